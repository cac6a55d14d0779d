-- in one transaction
COMMENT ON COLUMN post.title IS NULL;
