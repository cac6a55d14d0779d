-- in one transaction
ALTER TABLE post_seq RENAME TO entry_seq;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'entry_seq'
