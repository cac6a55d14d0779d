-- in one transaction
CREATE TABLE "a `""b'; DROP TABLE x; --" (
    "order" INTEGER,
    blob VARCHAR(9) DEFAULT '''',
    "user" VARCHAR(40) DEFAULT '0); DROP TABLE x; --',
    "é
?" VARCHAR(40) DEFAULT E'\\'' \\u0027 */ {d ? 
-- 😀 $$',
    CONSTRAINT value PRIMARY KEY ("order"),
    CONSTRAINT "it's" CHECK ("é
?" IN ('''); --', E'\\''', E'\\'' \\u0027 */ {d ? 
-- 😀 $$'))
);
-- done: SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = 'a `"b''; DROP TABLE x; --'
COMMENT ON TABLE "a `""b'; DROP TABLE x; --" IS E'''; DROP TABLE x; --\\';
COMMENT ON COLUMN "a `""b'; DROP TABLE x; --"."é
?" IS E'''--
*/ {\\';
CREATE INDEX "select" ON "a `""b'; DROP TABLE x; --" ("user");
-- done: SELECT 1 FROM pg_catalog.pg_index i JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid WHERE i.indrelid = to_regclass('"a `""b''; DROP TABLE x; --"') AND c.relname = 'select'
