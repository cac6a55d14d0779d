-- first: In post.stars N session is not in strict SQL mode, in which values that do not fit would be changed silently. Add STRICT_TRANS_TABLES to the server's sql_mode.
-- count: SELECT @@SESSION.sql_mode NOT REGEXP 'STRICT_(TRANS|ALL)_TABLES'
-- first: In post.stars N rows have a value that does not fit into smallint. Make these values fit.
-- count: SELECT COUNT(*) FROM post WHERE stars NOT BETWEEN -32768 AND 32767
-- samples: SELECT id, stars FROM post WHERE stars NOT BETWEEN -32768 AND 32767 LIMIT 3
ALTER TABLE post MODIFY COLUMN stars SMALLINT;
