-- in one transaction
CREATE TABLE author (
    id BIGINT NOT NULL,
    CONSTRAINT pk_author PRIMARY KEY (id),
    CONSTRAINT ck_author CHECK (id > 0)
);
CREATE TABLE post (
    id BIGINT NOT NULL,
    made DATE NOT NULL,
    stars BIGINT NOT NULL,
    title VARCHAR(20) DEFAULT 'x',
    writer BIGINT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id)
);
CREATE INDEX ix_made ON post (made);
CREATE INDEX ix_post ON post (stars);
