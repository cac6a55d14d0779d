-- in one transaction
ALTER TABLE post RENAME COLUMN "order" TO "Order";
