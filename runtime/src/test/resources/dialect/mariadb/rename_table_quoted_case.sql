-- GENERATED
SELECT 'RENAME TABLE user TO User' FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'user' AND BINARY TABLE_NAME = 'user' AND @@lower_case_table_names = 0;
