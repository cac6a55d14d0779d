-- in one transaction
CREATE TABLE author (
    id BIGINT NOT NULL,
    writer BIGINT,
    CONSTRAINT pk_author PRIMARY KEY (id),
    CONSTRAINT fk_author FOREIGN KEY (writer) REFERENCES post (key)
);
CREATE TABLE post (
    key BIGINT NOT NULL,
    writer BIGINT,
    CONSTRAINT pk_post PRIMARY KEY (key),
    CONSTRAINT fk_post FOREIGN KEY (writer) REFERENCES author (id)
);
