package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.migration.MigrationException;
import dev.turnstone.migration.UnsupportedDatabaseException;
import dev.turnstone.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One connection, borrowed: closing it gives it back as it came. */
final class Database implements AutoCloseable {

    /** The standard codes, and those of PostgreSQL and H2, for a missing table or a missing schema. */
    private static final Set<String> NO_SUCH_TABLE = Set.of("42S02", "42S03", "42S04", "42P01", "3F000", "90079");

    private final Connection connection;
    private final boolean autoCommit;
    private final Dialect dialect;
    private final String product;
    private String schemaBefore;

    private Database(Connection connection, boolean autoCommit, Dialect dialect, String product) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.dialect = dialect;
        this.product = product;
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something that needs the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    @SuppressWarnings("MustBeClosedChecker")
    static Database open(Settings settings) {
        return access("was connecting", () -> {
            Connection connection = settings.dataSource().getConnection();
            try {
                String product = connection.getMetaData().getDatabaseProductName();
                Dialect dialect = settings.dialect() != null
                        ? settings.dialect()
                        : settings.dialects()
                                .serving(product)
                                .orElseThrow(() -> new UnsupportedDatabaseException(
                                        product, settings.dialects().names()));
                boolean autoCommit = connection.getAutoCommit();
                if (!autoCommit) {
                    connection.setAutoCommit(true);
                }
                return new Database(connection, autoCommit, dialect, product);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        });
    }

    /** Turns the driver's exception into one that says what was tried. */
    static <T> T access(String what, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new DatabaseAccessException(what, e);
        }
    }

    static boolean noSuchTable(SQLException e) {
        return NO_SUCH_TABLE.contains(e.getSQLState());
    }

    Dialect dialect() {
        return dialect;
    }

    String product() {
        return product;
    }

    String quote(TableName table) {
        String name = dialect.quote(table.name());
        return table.schema().isEmpty() ? name : dialect.quote(table.schema()) + "." + name;
    }

    /** Makes a schema the current one until the connection goes back. */
    void enter(String schema) {
        if (schema.isEmpty() || schemaBefore != null) {
            return;
        }
        access("was entering the schema " + schema, () -> {
            String before = connection.getSchema();
            connection.setSchema(stored(schema));
            schemaBefore = before;
            return null;
        });
    }

    private String stored(String schema) throws SQLException {
        try (ResultSet schemas = connection.getMetaData().getSchemas()) {
            while (schemas.next()) {
                if (schemas.getString("TABLE_SCHEM").equalsIgnoreCase(schema)) {
                    return schemas.getString("TABLE_SCHEM");
                }
            }
        }
        throw new MigrationException("The database has no schema \"" + schema
                + "\". Create it (CREATE SCHEMA " + dialect.quote(schema) + "), or name another:"
                + " Migrator.builder(dataSource).schema(...).");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    int update(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(RowReader<T> reader, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    boolean hasRow(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    /** Runs some updates so that all of them happen or none. */
    <T> T together(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            try {
                connection.rollback();
            } catch (SQLException broken) {
                e.addSuppressed(broken);
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    @Override
    public void close() {
        access("was giving the connection back", () -> {
            try (connection) {
                if (schemaBefore != null) {
                    connection.setSchema(schemaBefore);
                }
                if (!autoCommit) {
                    connection.setAutoCommit(false);
                }
            }
            return null;
        });
    }
}
