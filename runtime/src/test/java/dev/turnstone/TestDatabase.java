package dev.turnstone;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A real H2 that writes down each statement, and refuses to give a second connection while one is out. */
public final class TestDatabase implements DataSource {

    private final JdbcDataSource h2 = new JdbcDataSource();
    private final Connection keepsItAlive;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final String product;
    private int opened;
    private int open;

    private TestDatabase(String url, String product) {
        this.product = product;
        h2.setURL(url);
        h2.setUser("sa");
        try {
            keepsItAlive = h2.getConnection();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static TestDatabase inMemory() {
        return at("jdbc:h2:mem:" + UUID.randomUUID());
    }

    public static TestDatabase at(String url) {
        return new TestDatabase(url, "H2");
    }

    /** An H2 in memory that gives another product name. */
    public static TestDatabase callingItself(String product) {
        return new TestDatabase("jdbc:h2:mem:" + UUID.randomUUID(), product);
    }

    public void execute(String... sql) {
        try (Statement statement = keepsItAlive.createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Each row as its values with bars between. */
    public List<String> rows(String query) {
        try (Statement statement = keepsItAlive.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    values.add(rows.getString(i));
                }
                result.add(String.join("|", values));
            }
            return result;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public boolean hasTable(String table) {
        return !rows("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = '" + table + "'")
                .isEmpty();
    }

    /** The statements that ran on connections from this data source since the last call. */
    public List<String> statements() {
        List<String> ran = List.copyOf(statements);
        statements.clear();
        return ran;
    }

    /** How many connections were taken so far. */
    public int opened() {
        return opened;
    }

    /** How many of them are still out. */
    public int open() {
        return open;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (open > 0) {
            throw new SQLException("A pool of one connection is exhausted.");
        }
        opened++;
        open++;
        return watched(Connection.class, h2.getConnection());
    }

    private <T> T watched(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    if (name.equals("prepareStatement") || (name.startsWith("execute") && arguments != null)) {
                        statements.add((String) arguments[0]);
                    }
                    if (name.equals("getDatabaseProductName")) {
                        return product;
                    }
                    if (type == Connection.class && name.equals("close")) {
                        open--;
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return switch (name) {
                            case "createStatement" -> watched(Statement.class, result);
                            case "getMetaData" -> watched(DatabaseMetaData.class, result);
                            default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(h2);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(h2);
    }
}
