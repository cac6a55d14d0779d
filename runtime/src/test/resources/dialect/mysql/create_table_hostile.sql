CREATE TABLE `a ``"b'; DROP TABLE x; --` (
    `order` INTEGER,
    `blob` VARCHAR(9) DEFAULT '''',
    user VARCHAR(40) DEFAULT '0); DROP TABLE x; --',
    `é
?` VARCHAR(40) DEFAULT '\\'' \\u0027 */ {d ? 
-- 😀 $$' COMMENT '''--
*/ {\\',
    PRIMARY KEY (`order`),
    CONSTRAINT `it's` CHECK (`é
?` IN ('''); --', '\\''', '\\'' \\u0027 */ {d ? 
-- 😀 $$')),
    INDEX `select` (user)
) COMMENT '''; DROP TABLE x; --\\';
-- done: SELECT 1 FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'a `"b''; DROP TABLE x; --'
