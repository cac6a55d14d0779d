-- in one transaction
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title INTEGER DEFAULT 0 NOT NULL,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title)
);
INSERT INTO turnstone_new_post (id, stars, title) SELECT id, stars, COALESCE((CASE title WHEN '12' THEN 1 ELSE 2 END), 0) FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
CREATE INDEX ix_post ON post (stars);
