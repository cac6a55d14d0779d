-- in one transaction
ALTER TABLE post RENAME COLUMN state TO phase;
