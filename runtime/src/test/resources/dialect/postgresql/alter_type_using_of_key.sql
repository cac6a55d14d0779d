-- first: In post.id N rows would get NULL there from CASE id WHEN 7 THEN 'p7' ELSE 'p8' END, which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM post WHERE (CASE id WHEN 7 THEN 'p7' ELSE 'p8' END) IS NULL
-- samples: SELECT id FROM post WHERE (CASE id WHEN 7 THEN 'p7' ELSE 'p8' END) IS NULL LIMIT 3
-- in one transaction
ALTER TABLE post ALTER COLUMN id TYPE VARCHAR(36) USING (CASE id WHEN 7 THEN 'p7' ELSE 'p8' END);
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'id' AND format_type(atttypid, atttypmod) = 'character varying(36)'
