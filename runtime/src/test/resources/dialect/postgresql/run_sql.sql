-- in one transaction
CREATE VIEW titles AS SELECT title FROM post;
-- done: SELECT 1 WHERE to_regclass('titles') IS NOT NULL
UPDATE post SET stars = 9 WHERE stars IS NULL;
DELETE FROM post WHERE id = 8;
-- no longer
DROP VIEW titles;
-- done: SELECT 1 WHERE NOT EXISTS (SELECT 1 WHERE to_regclass('titles') IS NOT NULL)
UPDATE post SET stars = 1;
