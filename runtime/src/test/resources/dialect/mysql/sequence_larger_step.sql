UPDATE post_seq SET next_val = next_val + 80;
