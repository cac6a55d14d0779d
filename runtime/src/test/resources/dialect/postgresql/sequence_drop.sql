-- in one transaction
DROP SEQUENCE IF EXISTS post_seq;
