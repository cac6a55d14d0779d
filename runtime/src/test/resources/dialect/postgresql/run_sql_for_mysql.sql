-- in one transaction
UPDATE post SET stars = 2;
