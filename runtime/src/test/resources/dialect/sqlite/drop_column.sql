-- in one transaction
DROP INDEX ix_post;
ALTER TABLE post DROP COLUMN stars;
