-- in one transaction
CREATE TABLE turnstone_new_post (
    stars INTEGER NOT NULL,
    title VARCHAR(20) DEFAULT 'x'
);
INSERT INTO turnstone_new_post (stars, title) SELECT NULL, title FROM post;
DROP TABLE post;
ALTER TABLE turnstone_new_post RENAME TO post;
