-- first: In post.stars N rows have NULL there, which will not be allowed. Give them a value by an UPDATE.
-- count: SELECT COUNT(*) FROM post WHERE stars IS NULL
-- samples: SELECT id FROM post WHERE stars IS NULL LIMIT 3
-- in one transaction
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') AND name COLLATE NOCASE NOT IN ('ix_post') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'stars', 'title');
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER NOT NULL,
    title VARCHAR(20) DEFAULT 'x',
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title)
);
INSERT INTO turnstone_new_post (id, stars, title) SELECT id, stars, title FROM post;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_post ON post (stars);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
