-- leftovers: SELECT 'DROP INDEX ' || indexrelid::regclass FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('ix_two') AND NOT indisvalid
create unique index concurrently ix_two on post (id, stars);
-- done: SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('ix_two') AND indisvalid
DROP INDEX CONCURRENTLY ix_two;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('ix_two'))
-- in one transaction
-- leftovers: SELECT 'DROP INDEX ' || indexrelid::regclass FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('"Mine"') AND NOT indisvalid
CREATE INDEX "Mine" ON post USING btree (id);
-- done: SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('"Mine"') AND indisvalid
DROP INDEX "Mine";
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid = to_regclass('"Mine"'))
CREATE OR REPLACE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER Stamp BEFORE INSERT OR UPDATE OF stars ON post FOR EACH ROW EXECUTE FUNCTION f();
-- done: SELECT 1 FROM pg_catalog.pg_trigger WHERE tgrelid = to_regclass('post') AND tgname = 'stamp'
DROP TRIGGER Stamp ON post;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM pg_catalog.pg_trigger WHERE tgrelid = to_regclass('post') AND tgname = 'stamp')
DROP FUNCTION IF EXISTS f();
CREATE SEQUENCE app.numbers;
-- done: SELECT 1 WHERE to_regclass('app.numbers') IS NOT NULL
DROP SEQUENCE app.numbers;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 WHERE to_regclass('app.numbers') IS NOT NULL)
CREATE MATERIALIZED VIEW ids AS SELECT id FROM post;
-- done: SELECT 1 WHERE to_regclass('ids') IS NOT NULL
DROP MATERIALIZED VIEW ids;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 WHERE to_regclass('ids') IS NOT NULL)
/* tidy up */ VACUUM post;
