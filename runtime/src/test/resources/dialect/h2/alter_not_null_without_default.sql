-- first: In post.stars N rows have NULL there, which will not be allowed. Give them a value by an UPDATE.
-- count: SELECT COUNT(*) FROM post WHERE stars IS NULL
-- samples: SELECT id FROM post WHERE stars IS NULL LIMIT 3
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
