-- in one transaction
ALTER TABLE post ADD COLUMN x INTEGER;
-- in one transaction
UPDATE post SET x = 1;
vacuum;
-- in one transaction
ALTER TABLE post RENAME COLUMN x TO y;
