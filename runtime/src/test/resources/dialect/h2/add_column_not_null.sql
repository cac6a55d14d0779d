-- first: In post.stars N rows exist, which would have no value in the new column. Move them elsewhere or delete them: a saved migration gets no default any more.
-- count: SELECT COUNT(*) FROM post WHERE 1 = 1
ALTER TABLE post ADD COLUMN stars INTEGER NOT NULL;
-- done: SELECT 1 FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('post') AND UPPER(COLUMN_NAME) = UPPER('stars')
