-- in one transaction
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER NOT NULL,
    title VARCHAR(20) DEFAULT 'x',
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title)
);
INSERT INTO turnstone_new_post (id, stars, title) SELECT id, COALESCE(stars, 3), title FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
CREATE INDEX ix_post ON post (stars);
