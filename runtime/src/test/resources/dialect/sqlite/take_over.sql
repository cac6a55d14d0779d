-- first: In post.writer N rows would get NULL there from stars + 1, which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, writer AS stars FROM post) post WHERE (stars + 1) IS NULL
-- samples: SELECT id, stars FROM (SELECT id, writer AS stars FROM post) post WHERE (stars + 1) IS NULL LIMIT 3
-- in one transaction
PRAGMA legacy_alter_table = OFF;
ALTER TABLE post RENAME COLUMN stars TO turnstone_old_stars;
ALTER TABLE post RENAME COLUMN writer TO stars;
ALTER TABLE post ADD COLUMN writer BIGINT;
UPDATE post SET writer = (stars + 1);
ALTER TABLE post ADD COLUMN later INTEGER;
UPDATE post SET later = (writer + 1);
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') AND name COLLATE NOCASE NOT IN ('ix_stars') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('turnstone_old_stars', 'id', 'later', 'stars', 'writer');
CREATE TABLE turnstone_new_post (
    id INTEGER NOT NULL CONSTRAINT pk_post PRIMARY KEY AUTOINCREMENT,
    later INTEGER NOT NULL,
    stars BIGINT,
    writer BIGINT NOT NULL,
    CONSTRAINT fk_parent FOREIGN KEY (stars) REFERENCES post (id)
);
INSERT INTO turnstone_new_post (id, later, stars, writer) SELECT id, later, stars, writer FROM post;
DELETE FROM sqlite_sequence WHERE name = 'turnstone_new_post';
INSERT INTO sqlite_sequence (name, seq) SELECT 'turnstone_new_post', seq FROM sqlite_sequence WHERE name = 'post' COLLATE NOCASE;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
ALTER TABLE post RENAME COLUMN id TO id;
