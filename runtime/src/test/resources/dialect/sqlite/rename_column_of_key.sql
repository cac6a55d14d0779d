-- in one transaction
ALTER TABLE post RENAME COLUMN title TO name;
