-- in one transaction
ALTER TABLE app.note_seq RENAME TO remark_seq;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'app' AND c.relname = 'remark_seq'
