package dev.turnstone.dialect;

import java.time.Duration;
import java.util.List;

/**
 * SQLite, version 3.35 or later. Its DDL is transactional, so each migration is one transaction. What its ALTER TABLE cannot do
 * is done by building the table anew.
 */
public final class SqliteDialect implements Dialect {

    private final boolean dropsColumns;

    /** Makes the dialect for the oldest version. */
    public SqliteDialect() {
        this(false);
    }

    private SqliteDialect(boolean dropsColumns) {
        this.dropsColumns = dropsColumns;
    }

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public boolean serves(Server server) {
        return server.product().equals("SQLite");
    }

    /** Version 3.35 can drop columns, but its first releases could damage the file by it. */
    @Override
    public Dialect forVersion(int major, int minor) {
        return new SqliteDialect(major > 3 || minor > 35);
    }

    @Override
    public int maxIdentifierLength() {
        return Integer.MAX_VALUE;
    }

    @Override
    public String quote(String identifier) {
        return SqliteSql.SQL.names.quote(identifier);
    }

    @Override
    public Rendered render(Change change) {
        return DataSteps.render(change, part -> SqliteRenderer.render(part, dropsColumns));
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public Failure failure(String sqlState, int code, String message) {
        // The lower byte is the primary result code.
        return switch (code & 0xff) {
            // ERROR says everything that is wrong with a statement, and the text says what.
            case 1 -> message != null && message.contains("no such table") ? Failure.NO_SUCH_TABLE : Failure.FINAL;
            // BUSY, LOCKED, PROTOCOL.
            case 5, 6, 15 -> Failure.BUSY;
            // IOERR, CANTOPEN.
            case 10, 14 -> Failure.UNCERTAIN;
            default -> Failure.FINAL;
        };
    }

    @Override
    public Sessions sessions() {
        return new SqliteSessions();
    }

    @Override
    public Catalogue catalogue() {
        return new SqliteCatalogue();
    }

    /** Both do nothing inside a transaction, or stay as they are when it is rolled back, so they are the session's. */
    @Override
    public List<Setting> settings(Duration lockWait) {
        return List.of(off("foreign_keys"), off("legacy_alter_table"));
    }

    private static Setting off(String pragma) {
        return new Setting("PRAGMA " + pragma, "PRAGMA " + pragma + " = OFF", "PRAGMA " + pragma + " = {}");
    }
}
