package dev.turnstone.dialect;

/** SQLite has no server that knows its sessions, so the process that holds the migration lock speaks for its session. */
final class SqliteSessions implements Sessions {

    @Override
    public String now() {
        return "CAST(ROUND((JULIANDAY('now') - 2440587.5) * 86400000) AS INTEGER)";
    }

    @Override
    public String identity() {
        return "";
    }

    @Override
    public String life(String identity, String token) {
        return "";
    }

    @Override
    public String end(String identity) {
        return "";
    }
}
