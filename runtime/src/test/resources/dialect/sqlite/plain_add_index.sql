-- in one transaction
CREATE INDEX ix ON post (title, stars);
