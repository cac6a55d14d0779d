-- in one transaction
DROP TABLE author;
DROP TABLE post;
-- NO_ROW
SELECT 'The table ' || m.name || ' still references ' || f."table" || '.' FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'post' COLLATE NOCASE;
-- NO_ROW
SELECT 'The table ' || m.name || ' still references ' || f."table" || '.' FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f."table" = 'author' COLLATE NOCASE;
