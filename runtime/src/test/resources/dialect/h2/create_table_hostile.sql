CREATE TABLE "a `""b'; DROP TABLE x; --" (
    "order" INTEGER,
    blob VARCHAR(9) DEFAULT '''',
    "user" VARCHAR(40) DEFAULT '0); DROP TABLE x; --',
    "é
?" VARCHAR(40) DEFAULT '\'' \u0027 */ {d ? 
-- 😀 $$' COMMENT '''--
*/ {\',
    CONSTRAINT "value" PRIMARY KEY ("order"),
    CONSTRAINT "it's" CHECK ("é
?" IN ('''); --', '\''', '\'' \u0027 */ {d ? 
-- 😀 $$'))
);
-- done: SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('a `"b''; DROP TABLE x; --')
COMMENT ON TABLE "a `""b'; DROP TABLE x; --" IS '''; DROP TABLE x; --\';
CREATE INDEX "select" ON "a `""b'; DROP TABLE x; --" ("user");
-- done: SELECT 1 FROM INFORMATION_SCHEMA.INDEXES WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND UPPER(TABLE_NAME) = UPPER('a `"b''; DROP TABLE x; --') AND UPPER(INDEX_NAME) = UPPER('select')
