package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Server;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.UnsupportedDatabaseException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

/** Borrows a connection, and finds out which dialect serves it. */
final class Connecting {

    private Connecting() {}

    /**
     * Borrows a connection; tries again while another session is in the way, as SQLite's file may be locked. No lambda on the
     * way to the first try: each start of an application passes by.
     */
    static Database open(Settings settings) {
        try {
            try {
                return borrow(settings);
            } catch (SQLException e) {
                if (meaning(settings, e) != Failure.BUSY) {
                    throw e;
                }
                return retry(failure -> meaning(settings, failure), settings).run(() -> borrow(settings));
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("was connecting", e);
        }
    }

    @SuppressWarnings("MustBeClosedChecker")
    private static Database borrow(Settings settings) throws SQLException {
        Connection connection = settings.dataSource().getConnection();
        try {
            Dialect dialect = settings.dialect();
            if (dialect == null) {
                dialect = dialect(settings.dialects(), connection.getMetaData());
            }
            boolean autoCommit = connection.getAutoCommit();
            if (!autoCommit) {
                connection.setAutoCommit(true);
            }
            return new Database(settings, connection, autoCommit, dialect);
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Tries for as long as for a table. */
    static Retry retry(Retry.Meaning meaning, Settings settings) {
        return new Retry(meaning, settings.tableLockPatience(), settings.lease());
    }

    /** What an error means before there is a connection to tell the database by. */
    private static Failure meaning(Settings settings, SQLException e) {
        Dialect dialect = settings.dialect();
        if (dialect != null) {
            return dialect.failure(e.getSQLState(), e.getErrorCode(), e.getMessage());
        }
        return settings.dialects().busy(e.getSQLState(), e.getErrorCode(), e.getMessage())
                ? Failure.BUSY
                : Failure.FINAL;
    }

    private static Dialect dialect(Dialects dialects, DatabaseMetaData data) throws SQLException {
        Server server = new Server(
                data.getDatabaseProductName(),
                data.getDatabaseProductVersion(),
                data.getDatabaseMajorVersion(),
                data.getDatabaseMinorVersion());
        Optional<Dialect> dialect = dialects.serving(server);
        if (dialect.isEmpty()) {
            throw new UnsupportedDatabaseException(server.product(), dialects.names());
        }
        return dialect.get();
    }
}
