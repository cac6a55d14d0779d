package dev.turnstone.dialect;

/** H2, version 2. Each of its DDL statements commits at once, so each is a step of its own. */
public final class H2Dialect implements Dialect {

    /** Makes the dialect; it has no state. */
    public H2Dialect() {}

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public boolean serves(Server server) {
        return server.product().equals("H2");
    }

    @Override
    public int maxIdentifierLength() {
        return 256;
    }

    @Override
    public String quote(String identifier) {
        return H2Sql.SQL.names.quote(identifier);
    }

    @Override
    public Rendered render(Change change) {
        return DataSteps.render(change, H2Renderer::render);
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Failure failure(String sqlState, int code, String message) {
        return switch (code) {
            // TABLE_OR_VIEW_NOT_FOUND in its three forms, SCHEMA_NOT_FOUND (org.h2.api.ErrorCode).
            case 42102, 42103, 42104, 90079 -> Failure.NO_SUCH_TABLE;
            // LOCK_TIMEOUT, DEADLOCK, CONCURRENT_UPDATE.
            case 50200, 40001, 90131 -> Failure.BUSY;
            // CONNECTION_BROKEN, DATABASE_IS_CLOSED, DATABASE_CALLED_AT_SHUTDOWN.
            case 90067, 90098, 90121 -> Failure.UNCERTAIN;
            default -> Failure.FINAL;
        };
    }

    @Override
    public Sessions sessions() {
        return H2Sessions.SESSIONS;
    }

    @Override
    public Catalogue catalogue() {
        return new H2Catalogue();
    }
}
