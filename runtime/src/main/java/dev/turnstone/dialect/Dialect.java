package dev.turnstone.dialect;

import dev.turnstone.operation.Operation;

/**
 * How one database spells an operation. A dialect is a pure function: it never sees a connection, so the compile can
 * ask it the same questions as the runtime. More dialects are found through {@link java.util.ServiceLoader}.
 */
public interface Dialect {

    /**
     * The name that users write, such as {@code h2}.
     *
     * @return lower-case letters
     */
    String name();

    /**
     * Tells whether this dialect is for a database.
     *
     * @param productName what {@link java.sql.DatabaseMetaData#getDatabaseProductName} says
     * @return true if it is
     */
    boolean serves(String productName);

    /**
     * The longest name that the database takes.
     *
     * @return a number of characters
     */
    int maxIdentifierLength();

    /**
     * Spells a name, quoted only where it must be, so that people can write it without quotes wherever possible.
     *
     * @param identifier the name of a table, column, constraint or index
     * @return the name as it stands in a statement
     */
    String quote(String identifier);

    /**
     * Spells an operation.
     *
     * @param operation what to do
     * @return its statements, or why the database cannot do it
     */
    Rendered render(Operation operation);
}
