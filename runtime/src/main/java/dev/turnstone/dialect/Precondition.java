package dev.turnstone.dialect;

/**
 * Something that must hold of the rows that exist before a migration changes anything. Both queries use the names that
 * tables and columns have before the migration.
 *
 * @param subject the table, or table and column, such as {@code author.email}
 * @param problem what is wrong with the rows that the count finds, as the end of a sentence that begins with their number,
 *     such as {@code rows have the same email as another row, which uk_author_email forbids}
 * @param fix what to do, as sentences
 * @param count a query for one number, which must be 0
 * @param samples a query for at most three rows, whose columns name a row that is counted; empty if no row is at fault
 */
public record Precondition(String subject, String problem, String fix, String count, String samples) {}
