-- GENERATED
SELECT 'RENAME TABLE post TO Post' FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'post' AND BINARY TABLE_NAME = 'post' AND @@lower_case_table_names = 0;
