ALTER TABLE post ADD INDEX ix (title, stars);
-- done: SELECT 1 FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND INDEX_NAME = 'ix'
