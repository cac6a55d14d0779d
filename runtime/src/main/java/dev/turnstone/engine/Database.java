package dev.turnstone.engine;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Failure;
import dev.turnstone.migration.DatabaseAccessException;
import dev.turnstone.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One connection, borrowed: closing it gives it back as it came. */
final class Database implements AutoCloseable, Retry.Meaning {

    private final Settings settings;
    private final boolean autoCommit;
    private final Dialect dialect;
    private final Session session = new Session(this);
    private Connection connection;

    Database(Settings settings, Connection connection, boolean autoCommit, Dialect dialect) {
        this.settings = settings;
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.dialect = dialect;
    }

    /** Reads the row where a result stands. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Something that needs the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Turns the driver's exception into one that says what was tried. */
    static <T> T access(String what, Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw new DatabaseAccessException(what, e);
        }
    }

    /** What an error means, by what the driver and the dialect say. */
    @Override
    public Failure meaning(SQLException e) {
        Failure failure = dialect.failure(e.getSQLState(), e.getErrorCode(), e.getMessage());
        boolean broken = e instanceof SQLNonTransientConnectionException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLRecoverableException;
        return failure == Failure.FINAL && broken ? Failure.UNCERTAIN : failure;
    }

    Dialect dialect() {
        return dialect;
    }

    /** The schema of tables that are named without one. */
    String currentSchema() {
        return access("was asking for the current schema", () -> {
            String schema = connection.getSchema();
            String name = schema == null ? connection.getCatalog() : schema;
            // SQLite's driver tells neither.
            return name == null || name.isEmpty() ? "main" : name;
        });
    }

    String quote(TableName table) {
        if (table.schema().isEmpty() && isOurs(table.name())) {
            return table.name();
        }
        String name = dialect.quote(table.name());
        return table.schema().isEmpty() ? name : dialect.quote(table.schema()) + "." + name;
    }

    /** A name that begins like this is nowhere a reserved word; so a start need not load the list of them. */
    private static boolean isOurs(String name) {
        boolean plain = name.startsWith("turnstone_");
        for (int i = 0; i < name.length(); i++) {
            char each = name.charAt(i);
            plain &= each == '_' || (each >= 'a' && each <= 'z');
        }
        return plain;
    }

    Session session() {
        return session;
    }

    /** Whether the connection still works; asks for at most 5 seconds. */
    boolean alive() {
        try {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Goes on with another connection, as this one is broken. */
    void reconnect() {
        try {
            connection.close();
        } catch (SQLException e) {
            // Broken, as was to be expected.
        }
        session.forget();
        access(
                "was connecting again",
                () -> Connecting.retry(this, settings).run(() -> {
                    Connection next = settings.dataSource().getConnection();
                    try {
                        next.setAutoCommit(true);
                    } catch (SQLException e) {
                        next.close();
                        throw e;
                    }
                    connection = next;
                    return null;
                }));
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** All statements, in as few round trips as the driver can; to be called in a transaction. Gives how many rows each changed. */
    int[] executeAll(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            return statement.executeBatch();
        }
    }

    int executeUpdate(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            return statement.executeUpdate(sql);
        }
    }

    /** The same statement for each row of parameters. */
    void updateAll(String sql, List<Object[]> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
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

    /** The first column of each row. */
    List<String> texts(String sql) throws SQLException {
        return query(row -> row.getString(1), sql);
    }

    /** Each row for people to read: the columns' names and values. */
    List<String> rows(String sql) throws SQLException {
        return query(
                row -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        text.append(i == 1 ? "" : ", ").append(row.getMetaData().getColumnLabel(i));
                        text.append(" = ").append(row.getString(i));
                    }
                    return text.toString();
                },
                sql);
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
        T result;
        try {
            result = work.run();
            connection.commit();
        } catch (Throwable e) {
            // An Error, too: to set auto-commit would commit the half of it.
            rollBack(e, true);
            throw e;
        }
        connection.setAutoCommit(true);
        return result;
    }

    /** One of several transactions inside {@link #together}. */
    <T> T part(Work<T> work) throws SQLException {
        try {
            T result = work.run();
            connection.commit();
            return result;
        } catch (Throwable e) {
            rollBack(e, false);
            throw e;
        }
    }

    private void rollBack(Throwable cause, boolean end) {
        try {
            connection.rollback();
            if (end) {
                connection.setAutoCommit(true);
            }
        } catch (SQLException broken) {
            cause.addSuppressed(broken);
        }
    }

    /** Ends a transaction inside {@link #together} early; what comes next is in another one. */
    void commit() throws SQLException {
        connection.commit();
    }

    Connection connection() {
        return connection;
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        bind(statement, parameters);
        return statement;
    }

    static void bind(PreparedStatement statement, Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            // By its type: to find out what an object is, a driver loads much that it does not need else.
            if (parameters[i] instanceof String text) {
                statement.setString(i + 1, text);
            } else if (parameters[i] instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else {
                statement.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** Sets everything back, also what comes after a setting that cannot be. */
    @Override
    public void close() {
        SQLException failure;
        try (Connection back = connection) {
            failure = session.restore();
            if (!autoCommit) {
                back.setAutoCommit(false);
            }
        } catch (SQLException e) {
            failure = e;
        }
        if (failure != null) {
            throw new DatabaseAccessException("was giving the connection back", failure);
        }
    }
}
