-- first: In post.stars N rows would get NULL there from COALESCE(stars, LENGTH(name)), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL
-- samples: SELECT id, stars, name FROM (SELECT id, stars, title AS name FROM post) entry WHERE (COALESCE(stars, LENGTH(name))) IS NULL LIMIT 3
-- first: In post.x N rows would get NULL there from UPPER(name), which will not be allowed. Make the expression give each row a value, or give these rows what it needs.
-- count: SELECT COUNT(*) FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL
-- samples: SELECT id, name FROM (SELECT id, title AS name FROM post) entry WHERE (UPPER(name)) IS NULL LIMIT 3
-- in one transaction
PRAGMA legacy_alter_table = OFF;
ALTER TABLE post RENAME TO entry;
ALTER TABLE entry RENAME COLUMN title TO name;
ALTER TABLE entry ADD COLUMN turnstone_values_1;
UPDATE entry SET turnstone_values_1 = (COALESCE(stars, LENGTH(name)));
ALTER TABLE entry ADD COLUMN x VARCHAR(20);
UPDATE entry SET x = (UPPER(name));
ALTER TABLE entry RENAME COLUMN name TO label;
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('entry') AND name COLLATE NOCASE NOT IN ('ix_post') ORDER BY type;
-- NO_ROW
SELECT 'The table entry has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('entry') WHERE name COLLATE NOCASE NOT IN ('turnstone_values_1', 'id', 'label', 'stars', 'x');
CREATE TABLE turnstone_new_entry (
    id BIGINT NOT NULL,
    label VARCHAR(20) DEFAULT 'x',
    stars BIGINT NOT NULL,
    x VARCHAR(20) NOT NULL,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (label)
);
INSERT INTO turnstone_new_entry (id, label, stars, x) SELECT id, label, turnstone_values_1, x FROM entry;
DROP TABLE entry;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_entry RENAME TO entry;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_post ON entry (stars);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
ALTER TABLE entry RENAME COLUMN id TO id;
