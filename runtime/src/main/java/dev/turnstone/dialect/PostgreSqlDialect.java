package dev.turnstone.dialect;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** PostgreSQL from version 13. All of its DDL can be in transactions, but for what it does without locking a table. */
public final class PostgreSqlDialect implements Dialect {

    /** Makes the dialect; it has no state. */
    public PostgreSqlDialect() {}

    @Override
    public String name() {
        return "postgresql";
    }

    @Override
    public boolean serves(Server server) {
        return server.product().equals("PostgreSQL");
    }

    @Override
    public int maxIdentifierLength() {
        return 63;
    }

    @Override
    public int identifierLength(String identifier) {
        return identifier.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String quote(String identifier) {
        return PgSql.SQL.names.quote(identifier);
    }

    @Override
    public Rendered render(Change change) {
        return DataSteps.render(change, PgRenderer::render);
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public String bytes(String hexadecimal) {
        return "decode('" + hexadecimal + "', 'hex')";
    }

    @Override
    public Failure failure(String sqlState, int code, String message) {
        if (sqlState == null) {
            return Failure.FINAL;
        }
        return switch (sqlState) {
            // undefined_table, invalid_schema_name.
            case "42P01", "3F000" -> Failure.NO_SUCH_TABLE;
            // lock_not_available, deadlock_detected, serialization_failure.
            case "55P03", "40P01", "40001" -> Failure.BUSY;
            // admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout.
            case "57P01", "57P02", "57P03", "25P03" -> Failure.UNCERTAIN;
            default -> sqlState.startsWith("08") ? Failure.UNCERTAIN : Failure.FINAL;
        };
    }

    @Override
    public Sessions sessions() {
        return PgSessions.SESSIONS;
    }

    @Override
    public Catalogue catalogue() {
        return new PgCatalogue();
    }

    /**
     * What runs outside a transaction must not be broken off: an index would be left behind that is not valid. Where the
     * server sets no limit, nothing is set, as a session may be shared behind a pooler.
     */
    @Override
    public List<Setting> settings(Duration lockWait) {
        return List.of(new Setting(
                "SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout')",
                "SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings"
                        + " WHERE name IN ('lock_timeout', 'statement_timeout') AND setting <> '0'",
                "SELECT set_config('lock_timeout', split_part('{}', ' ', 1), false),"
                        + " set_config('statement_timeout', split_part('{}', ' ', 2), false) WHERE '{}' <> '0 0'"));
    }

    /** The search path can hold more than the one schema that the driver would restore. */
    @Override
    public List<Setting> entering(String schema) {
        return List.of(new Setting(
                "SELECT quote_literal(current_setting('search_path'))",
                "SELECT set_config('search_path', quote_ident(" + PgSql.SQL.text(schema) + "), false)",
                "SELECT set_config('search_path', {}, false)"));
    }

    @Override
    public List<String> prologue(Duration lockWait, Duration lease) {
        return List.of(
                "SET LOCAL lock_timeout = " + milliseconds(lockWait),
                "SET LOCAL idle_in_transaction_session_timeout = " + milliseconds(lease));
    }

    /** The server takes 0 for no limit. */
    private static long milliseconds(Duration time) {
        return Math.min(Integer.MAX_VALUE, Math.max(1, time.toMillis()));
    }
}
