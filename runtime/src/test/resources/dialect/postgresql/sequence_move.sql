-- in one transaction
ALTER TABLE post_seq SET SCHEMA app;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'app' AND c.relname = 'post_seq'
ALTER TABLE app.post_seq RENAME TO note_seq;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'app' AND c.relname = 'note_seq'
