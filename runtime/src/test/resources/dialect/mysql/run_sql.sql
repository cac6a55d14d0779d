CREATE VIEW titles AS SELECT title FROM post;
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'titles'
-- in one transaction
UPDATE post SET stars = 9 WHERE stars IS NULL;
DELETE FROM post WHERE id = 8;
-- no longer
DROP VIEW titles;
-- done: SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'titles')
-- in one transaction
UPDATE post SET stars = 1;
