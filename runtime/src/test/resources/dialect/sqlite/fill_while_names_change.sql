-- in one transaction
PRAGMA legacy_alter_table = OFF;
ALTER TABLE post ADD COLUMN turnstone_values_1;
UPDATE post SET turnstone_values_1 = COALESCE(stars, (LENGTH(title)));
ALTER TABLE post RENAME COLUMN title TO name;
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('post') AND name COLLATE NOCASE NOT IN ('ix_post') ORDER BY type;
-- NO_ROW
SELECT 'The table post has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('post') WHERE name COLLATE NOCASE NOT IN ('turnstone_values_1', 'id', 'name', 'stars');
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    name VARCHAR(20) DEFAULT 'x',
    stars INTEGER NOT NULL,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (name)
);
INSERT INTO turnstone_new_post (id, name, stars) SELECT id, name, turnstone_values_1 FROM post;
DROP TABLE post;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_post RENAME TO post;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_post ON post (stars);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
ALTER TABLE post RENAME COLUMN id TO id;
