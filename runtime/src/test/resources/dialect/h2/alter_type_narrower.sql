-- first: In post.stars N rows have a value that does not fit into smallint. Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE stars NOT BETWEEN -32768 AND 32767
-- samples: SELECT id, stars FROM post WHERE stars NOT BETWEEN -32768 AND 32767 LIMIT 3
ALTER TABLE post ALTER COLUMN stars SET DATA TYPE SMALLINT;
