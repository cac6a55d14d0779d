-- in one transaction
ALTER TABLE post RENAME TO entry;
ALTER TABLE entry RENAME COLUMN stars TO points;
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
ALTER TABLE turnstone_new_entry RENAME TO entry;
CREATE INDEX ix_entry ON entry (state);
