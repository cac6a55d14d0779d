-- in one transaction
CREATE TABLE "a `""b'; DROP TABLE x; --" (
    "order" INTEGER NOT NULL,
    blob VARCHAR(9) DEFAULT '''',
    user VARCHAR(40) DEFAULT '0); DROP TABLE x; --',
    "é
?" VARCHAR(40) DEFAULT '\'' \u0027 */ {d ? 
-- 😀 $$',
    CONSTRAINT value PRIMARY KEY ("order"),
    CONSTRAINT "it's" CHECK ("é
?" IN ('''); --', '\''', '\'' \u0027 */ {d ? 
-- 😀 $$'))
);
CREATE INDEX "select" ON "a `""b'; DROP TABLE x; --" (user);
