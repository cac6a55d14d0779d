-- in one transaction
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title VARCHAR(20) DEFAULT 'x',
    writer BIGINT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id)
);
INSERT INTO turnstone_new_post (id, stars, title, writer) SELECT id, stars, title, writer FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
CREATE INDEX ix_post ON post (stars);
