-- in one transaction
CREATE INDEX ix_writer ON post (writer, stars);
