RENAME TABLE IF EXISTS post_seq TO entry_seq;
