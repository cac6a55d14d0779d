-- in one transaction
CREATE TABLE IF NOT EXISTS post_seq (next_val BIGINT);
INSERT INTO post_seq SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM post_seq);
