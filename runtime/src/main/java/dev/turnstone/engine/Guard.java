package dev.turnstone.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.regex.Pattern;

/** A connection, or a statement of it, for a person's code: without what would end the transaction. */
final class Guard implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of(
            "commit",
            "setAutoCommit",
            "close",
            "abort",
            "setTransactionIsolation",
            "setReadOnly",
            "setSchema",
            "setCatalog",
            "setHoldability",
            "setNetworkTimeout");

    /** Comments, and then a word with which no statement begins that changes or reads rows. */
    private static final Pattern ENDING = Pattern.compile(
            "(?:\\s++|--[^\n]*+|/\\*.*?\\*/)*+(?:CREATE|ALTER|DROP|TRUNCATE|RENAME|COMMENT|GRANT|REVOKE|COMMIT"
                    + "|ROLLBACK(?!\\s+TO)|BEGIN|START|LOCK|UNLOCK|VACUUM|ANALYZE|OPTIMIZE)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final Object target;
    private final Object connection;

    private Guard(Object target, Object connection) {
        this.target = target;
        this.connection = connection;
    }

    static Connection of(Connection connection) {
        return guarded(Connection.class, connection, null);
    }

    private static <T> T guarded(Class<T> type, Object target, Object connection) {
        return type.cast(Proxy.newProxyInstance(
                Guard.class.getClassLoader(), new Class<?>[] {type}, new Guard(target, connection)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (connection == null && (REFUSED.contains(name) || (name.equals("rollback") && arguments == null))) {
            throw new SQLException("A data migration must not call " + name
                    + "() on its connection, whose transaction is Turnstone's. Leave the call away.");
        }
        if (arguments != null
                && arguments[0] instanceof String sql
                && ENDING.matcher(sql).lookingAt()) {
            throw new SQLException("A data migration must not run statements that end its transaction, as DDL does: "
                    + sql.strip() + "\nTables are changed by entities, other things by a step of SQL.");
        }
        if (connection != null && name.equals("getConnection")) {
            return connection;
        }
        try {
            Object result = method.invoke(target, arguments);
            if (connection == null && result instanceof Statement) {
                Class<? extends Statement> type = result instanceof CallableStatement
                        ? CallableStatement.class
                        : result instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
                return guarded(type, result, proxy);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
