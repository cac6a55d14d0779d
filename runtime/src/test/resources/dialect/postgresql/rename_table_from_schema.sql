-- in one transaction
-- GENERATED
SELECT 'ALTER TABLE app.memo SET SCHEMA ' || quote_ident(current_schema());
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'memo'
ALTER TABLE memo RENAME TO note;
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'note'
