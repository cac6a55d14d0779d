-- in one transaction
CREATE VIEW titles AS SELECT title FROM post;
UPDATE post SET stars = 9 WHERE stars IS NULL;
DELETE FROM post WHERE id = 8;
-- no longer
DROP VIEW titles;
UPDATE post SET stars = 1;
