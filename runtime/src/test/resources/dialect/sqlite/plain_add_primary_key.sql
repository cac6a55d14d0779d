-- in one transaction
CREATE TABLE turnstone_new_post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title VARCHAR(20) DEFAULT 'x',
    CONSTRAINT pk_post PRIMARY KEY (id)
);
INSERT INTO turnstone_new_post (id, stars, title) SELECT id, stars, title FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
