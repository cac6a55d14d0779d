-- in one transaction
PRAGMA legacy_alter_table = OFF;
DROP TABLE author;
ALTER TABLE post RENAME TO author;
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('author') AND name COLLATE NOCASE NOT IN ('ix_stars') ORDER BY type;
-- NO_ROW
SELECT 'The table author has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('author') WHERE name COLLATE NOCASE NOT IN ('id', 'stars', 'writer');
CREATE TABLE turnstone_new_author (
    id INTEGER NOT NULL CONSTRAINT pk_post PRIMARY KEY AUTOINCREMENT,
    stars INTEGER,
    writer BIGINT,
    CONSTRAINT fk_author FOREIGN KEY (writer) REFERENCES author (id)
);
INSERT INTO turnstone_new_author (id, stars, writer) SELECT id, stars, writer FROM author;
DELETE FROM sqlite_sequence WHERE name = 'turnstone_new_author';
INSERT INTO sqlite_sequence (name, seq) SELECT 'turnstone_new_author', seq FROM sqlite_sequence WHERE name = 'author' COLLATE NOCASE;
DROP TABLE author;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_author RENAME TO author;
PRAGMA legacy_alter_table = OFF;
CREATE TABLE post (
    writer BIGINT,
    CONSTRAINT fk_writer FOREIGN KEY (writer) REFERENCES author (id)
);
CREATE INDEX ix_author ON author (stars);
CREATE INDEX ix_stars ON post (writer);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
