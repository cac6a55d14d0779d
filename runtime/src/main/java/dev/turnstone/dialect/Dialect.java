package dev.turnstone.dialect;

import java.time.Duration;
import java.util.List;

/**
 * How one database spells a migration. A dialect is made of pure functions: it never sees a connection, so the compile can
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
     * @param server the database
     * @return true if it is
     */
    boolean serves(Server server);

    /**
     * This dialect as a version of the database speaks it. Without this, a dialect speaks as the oldest version that it
     * supports.
     *
     * @param major the first number of the version
     * @param minor the second number of the version
     * @return the dialect to use
     */
    default Dialect forVersion(int major, int minor) {
        return this;
    }

    /**
     * The longest name that the database takes.
     *
     * @return a number, in what {@link #identifierLength} counts
     */
    int maxIdentifierLength();

    /**
     * How long the database takes a name to be.
     *
     * @param identifier the name
     * @return its length, in characters unless the database counts otherwise
     */
    default int identifierLength(String identifier) {
        return identifier.codePointCount(0, identifier.length());
    }

    /**
     * Spells a name, quoted only where it must be, so that people can write it without quotes wherever possible.
     *
     * @param identifier the name of a table, column, constraint or index
     * @return the name as it stands in a statement
     */
    String quote(String identifier);

    /**
     * Spells a text.
     *
     * @param text the text
     * @return a constant, as it stands in a statement
     */
    default String constant(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /**
     * Spells bytes.
     *
     * @param hexadecimal two digits for each byte
     * @return a constant, as it stands in a statement
     */
    default String bytes(String hexadecimal) {
        return "X'" + hexadecimal + "'";
    }

    /**
     * Spells a migration.
     *
     * @param change what to do
     * @return its statements, or why the database cannot do it; each data migration is a transactional unit of its own, which no
     *     other statement is moved past
     */
    Rendered render(Change change);

    /**
     * Tells whether a transaction can hold DDL.
     *
     * @return true if so: then all units may be transactional; false if each statement commits at once
     */
    boolean transactional();

    /**
     * What an error means.
     *
     * @param sqlState what {@code java.sql.SQLException#getSQLState} says; may be null
     * @param code what {@code java.sql.SQLException#getErrorCode} says
     * @param message what {@code java.sql.SQLException#getMessage} says; may be null
     * @return its meaning
     */
    Failure failure(String sqlState, int code, String message);

    /**
     * How the database is asked about sessions.
     *
     * @return the questions
     */
    Sessions sessions();

    /**
     * How the database is asked what it holds.
     *
     * @return the questions, and what the answers mean
     */
    Catalogue catalogue();

    /**
     * Settings of the session that migrates; they are set before the first write and restored at the end.
     *
     * @param lockWait how long a statement may wait for a lock on a table
     * @return the settings; none unless the database needs them
     */
    default List<Setting> settings(Duration lockWait) {
        return List.of();
    }

    /**
     * Makes a database schema the one in which the session looks for tables.
     *
     * @param schema its name, as the database stores it
     * @return the settings; none where {@code java.sql.Connection#setSchema} does it, and can undo it
     */
    default List<Setting> entering(String schema) {
        return List.of();
    }

    /**
     * The first statements of each transaction of a migration.
     *
     * @param lockWait how long a statement may wait for a lock on a table
     * @param lease how long the holder of the migration lock may be silent
     * @return statements; none unless the database needs them
     */
    default List<String> prologue(Duration lockWait, Duration lease) {
        return List.of();
    }
}
