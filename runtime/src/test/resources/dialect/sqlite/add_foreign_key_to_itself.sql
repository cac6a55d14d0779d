-- first: In post.writer N rows refer to a row of post that does not exist, which fk_post_writer forbids. Add the rows that are missing there, or correct or delete these.
-- count: SELECT COUNT(*) FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = c.writer)
-- samples: SELECT c.id, c.writer FROM post c WHERE c.writer IS NOT NULL AND NOT EXISTS (SELECT 1 FROM post p WHERE p.id = c.writer) LIMIT 3
-- in one transaction
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') AND name COLLATE NOCASE NOT IN ('ix_post') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('id', 'stars', 'title', 'writer');
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title VARCHAR(20) DEFAULT 'x',
    writer BIGINT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES post (id)
);
INSERT INTO turnstone_new_post (id, stars, title, writer) SELECT id, stars, title, writer FROM post;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_post ON post (stars);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
-- NO_ROW
SELECT 'Row ' || rowid || ' of ' || "table" || ' references a row that ' || parent || ' has not.' FROM pragma_foreign_key_check('post') WHERE parent COLLATE NOCASE IN ('post');
