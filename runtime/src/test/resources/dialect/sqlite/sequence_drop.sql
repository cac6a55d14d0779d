-- in one transaction
DROP TABLE IF EXISTS post_seq;
