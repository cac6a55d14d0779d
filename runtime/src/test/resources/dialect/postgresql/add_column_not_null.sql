-- first: In post.stars N rows exist, which would have no value in the new column. Move them elsewhere or delete them: a saved migration gets no default any more.
-- count: SELECT COUNT(*) FROM post WHERE 1 = 1
-- in one transaction
ALTER TABLE post ADD COLUMN stars INTEGER NOT NULL;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars'
