-- in one transaction
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('title');
CREATE TABLE turnstone_new_post (
    id INTEGER NOT NULL CONSTRAINT pk_post PRIMARY KEY AUTOINCREMENT,
    title VARCHAR(20) DEFAULT 'x'
);
INSERT INTO turnstone_new_post (id, title) SELECT NULL, title FROM post;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
