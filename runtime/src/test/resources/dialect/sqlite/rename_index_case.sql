-- in one transaction
DROP INDEX ix_post;
CREATE INDEX IX_post ON post (stars);
