-- in one transaction
DROP INDEX ix_post;
