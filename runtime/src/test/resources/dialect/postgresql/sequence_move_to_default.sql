-- in one transaction
-- GENERATED
SELECT 'ALTER TABLE app.note_seq SET SCHEMA ' || quote_ident(current_schema());
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'note_seq'
ALTER TABLE note_seq RENAME TO post_seq;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'post_seq'
