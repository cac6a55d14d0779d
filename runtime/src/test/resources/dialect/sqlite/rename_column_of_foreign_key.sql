-- in one transaction
ALTER TABLE post RENAME COLUMN writer TO author;
