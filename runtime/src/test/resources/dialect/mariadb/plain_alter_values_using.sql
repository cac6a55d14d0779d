-- in one transaction
UPDATE post SET stars = (stars + 1);
