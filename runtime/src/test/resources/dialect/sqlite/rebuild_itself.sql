-- in one transaction
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') AND name COLLATE NOCASE NOT IN ('ix_stars') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'stars', 'writer');
CREATE TABLE turnstone_new_post (
    id INTEGER NOT NULL CONSTRAINT pk_post PRIMARY KEY AUTOINCREMENT,
    stars INTEGER DEFAULT 1 NOT NULL,
    writer BIGINT,
    CONSTRAINT fk_parent FOREIGN KEY (writer) REFERENCES post (id)
);
INSERT INTO turnstone_new_post (id, stars, writer) SELECT id, COALESCE(stars, 1), writer FROM post;
DELETE FROM sqlite_sequence WHERE name = 'turnstone_new_post';
INSERT INTO sqlite_sequence (name, seq) SELECT 'turnstone_new_post', seq FROM sqlite_sequence WHERE name = 'post' COLLATE NOCASE;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_stars ON post (stars);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
