-- in one transaction
PRAGMA legacy_alter_table = OFF;
ALTER TABLE post RENAME TO entry;
ALTER TABLE entry RENAME COLUMN stars TO points;
CREATE TEMP TABLE turnstone_kept AS SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql != '' AND tbl_name COLLATE NOCASE IN ('entry') AND name COLLATE NOCASE NOT IN ('ix_post') ORDER BY type;
-- NO_ROW
SELECT 'The table entry has the column ' || name || ', which its entity has not. Declare it, or drop it yourself.' FROM pragma_table_xinfo('entry') WHERE name COLLATE NOCASE NOT IN ('id', 'points', 'title');
CREATE TABLE turnstone_new_entry (
    id BIGINT NOT NULL,
    made DATE,
    points INTEGER,
    state VARCHAR(10) DEFAULT 'NEW' NOT NULL,
    title VARCHAR(30) DEFAULT 'x' NOT NULL,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_entry UNIQUE (title, made)
);
INSERT INTO turnstone_new_entry (id, made, points, state, title) SELECT id, NULL, points, 'NEW', COALESCE(title, 'x') FROM entry;
DROP TABLE entry;
PRAGMA legacy_alter_table = ON;
ALTER TABLE turnstone_new_entry RENAME TO entry;
PRAGMA legacy_alter_table = OFF;
CREATE INDEX ix_entry ON entry (state);
-- GENERATED
SELECT sql FROM temp.turnstone_kept;
DROP TABLE temp.turnstone_kept;
