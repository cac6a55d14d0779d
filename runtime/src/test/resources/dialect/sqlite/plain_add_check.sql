-- in one transaction
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER,
    state VARCHAR(10),
    title VARCHAR(20) DEFAULT 'x',
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT ck_state CHECK (state IN ('NEW', 'it''s'))
);
INSERT INTO turnstone_new_post (id, stars, state, title) SELECT id, stars, state, title FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
CREATE INDEX ix_post ON post (stars);
