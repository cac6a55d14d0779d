-- first: In post.title N rows share a value with another row, which pk_post_title forbids. Give them different values, or delete all but one of each.
-- count: SELECT COALESCE(SUM(n), 0) FROM (SELECT COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1) d
-- samples: SELECT COALESCE(title, 'x') AS title, COUNT(*) AS n FROM post WHERE COALESCE(title, 'x') IS NOT NULL GROUP BY COALESCE(title, 'x') HAVING COUNT(*) > 1 LIMIT 3
-- in one transaction
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'title');
CREATE TABLE turnstone_new_post (
    title VARCHAR(20) DEFAULT 'x' NOT NULL,
    CONSTRAINT pk_post_title PRIMARY KEY (title)
);
INSERT INTO turnstone_new_post (title) SELECT COALESCE(title, 'x') FROM post;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
ALTER TABLE post RENAME COLUMN title TO title;
