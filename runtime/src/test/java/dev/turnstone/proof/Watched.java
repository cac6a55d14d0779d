package dev.turnstone.proof;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections whose user is watched at each point, which is before and after each statement, commit and rollback. */
final class Watched {

    private final Watcher watcher;
    private int points;

    private Watched(Watcher watcher) {
        this.watcher = watcher;
    }

    /** Who is told of a point before it is passed. */
    @FunctionalInterface
    interface Watcher {
        /** The number counts from 1 and is odd before a statement. */
        void at(int number, String statement, Connection connection) throws SQLException;
    }

    /** Opens connections. */
    @FunctionalInterface
    interface Source {
        Connection connection() throws SQLException;
    }

    static DataSource connecting(String url, Watcher watcher) {
        return connecting(() -> DriverManager.getConnection(url), watcher);
    }

    static DataSource connecting(Source source, Watcher watcher) {
        Watched watched = new Watched(watcher);
        return (DataSource) Proxy.newProxyInstance(
                Watched.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Connection connection = source.connection();
                    return watched.watch(Connection.class, connection, connection, "");
                });
    }

    private <T> T watch(Class<T> type, Object target, Connection connection, String sql) {
        StringBuilder batch = new StringBuilder(sql);
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean point = name.startsWith("execute") || name.equals("commit") || name.equals("rollback");
                    String statement =
                            arguments != null && arguments[0] instanceof String text ? text : name + " " + batch;
                    if (name.equals("addBatch") && arguments != null) {
                        batch.append(statement).append(';');
                    }
                    if (point) {
                        watcher.at(++points, "before " + statement, connection);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (point) {
                            watcher.at(++points, "after " + statement, connection);
                        }
                        return switch (name) {
                            case "createStatement" -> watch(Statement.class, result, connection, "");
                            case "prepareStatement" -> watch(PreparedStatement.class, result, connection, statement);
                            default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
