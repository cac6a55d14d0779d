-- in one transaction
-- GENERATED
SELECT 'CREATE SCHEMA app' WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = 'app');
CREATE TABLE app.tag (
    id BIGINT NOT NULL,
    note BIGINT,
    CONSTRAINT pk_tag PRIMARY KEY (id)
);
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'app' AND c.relname = 'tag'
COMMENT ON TABLE app.tag IS 'c';
COMMENT ON COLUMN app.tag.id IS 'c';
CREATE INDEX ix_tag ON app.tag (note);
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('app.tag') AND c.relname = 'ix_tag'
