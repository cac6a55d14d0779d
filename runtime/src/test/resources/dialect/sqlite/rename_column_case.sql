-- in one transaction
ALTER TABLE post RENAME COLUMN stars TO Stars;
