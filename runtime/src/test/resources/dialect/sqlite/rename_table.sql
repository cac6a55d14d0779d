-- in one transaction
ALTER TABLE post RENAME TO "order";
