-- in one transaction
CREATE TABLE author (
    id BIGINT NOT NULL,
    CONSTRAINT pk_author PRIMARY KEY (id)
);
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'author'
CREATE TABLE post (
    id BIGINT NOT NULL,
    stars INTEGER,
    title VARCHAR(20) DEFAULT 'x',
    writer BIGINT,
    CONSTRAINT pk_post PRIMARY KEY (id),
    CONSTRAINT uq_title UNIQUE (title),
    CONSTRAINT fk_post_writer FOREIGN KEY (writer) REFERENCES author (id)
);
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'post'
COMMENT ON COLUMN post.title IS 'c';
CREATE INDEX ix_post ON post (stars);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix_post'
ALTER TABLE post ADD COLUMN made DATE;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'made'
UPDATE post SET made = CURRENT_DATE WHERE made IS NULL;
ALTER TABLE post ALTER COLUMN made SET NOT NULL;
ALTER TABLE post ALTER COLUMN stars TYPE BIGINT;
-- done: SELECT 1 FROM pg_catalog.pg_attribute WHERE attrelid = to_regclass('post') AND attname = 'stars' AND format_type(atttypid, atttypmod) = 'bigint'
ALTER TABLE post ALTER COLUMN stars SET NOT NULL;
ALTER TABLE author ADD CONSTRAINT ck_author CHECK (id > 0);
-- done: SELECT 1 FROM pg_catalog.pg_constraint WHERE conrelid = to_regclass('author') AND conname = 'ck_author'
CREATE INDEX ix_made ON post (made);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('post') AND c.relname = 'ix_made'
