-- in one transaction
ALTER SEQUENCE post_seq START WITH 1 INCREMENT BY 80;
SELECT setval('post_seq', nextval('post_seq') + 80);
