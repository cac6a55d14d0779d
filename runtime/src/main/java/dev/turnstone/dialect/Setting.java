package dev.turnstone.dialect;

/**
 * A setting of a session that is other while migrations run.
 *
 * @param read a query for the value that it has; without a row if the server has no such setting, which is left alone then
 * @param set the statement that sets it for migrations
 * @param restore the statement that sets it back, in which {@code {}} stands for the value that was read
 */
public record Setting(String read, String set, String restore) {}
