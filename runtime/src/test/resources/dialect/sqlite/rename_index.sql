-- in one transaction
DROP INDEX ix_post;
CREATE INDEX ix ON post (stars);
