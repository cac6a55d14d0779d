-- first: In post.stars N rows have a value that does not fit into smallint. Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE stars NOT BETWEEN -32768 AND 32767
-- samples: SELECT id, stars FROM post WHERE stars NOT BETWEEN -32768 AND 32767 LIMIT 3
-- in one transaction
ALTER TABLE post ALTER COLUMN stars TYPE SMALLINT;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars' AND format_type(atttypid, atttypmod) = 'smallint'
