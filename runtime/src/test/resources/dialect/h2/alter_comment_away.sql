COMMENT ON COLUMN post.title IS '';
