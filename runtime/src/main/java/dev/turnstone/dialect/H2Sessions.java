package dev.turnstone.dialect;

/**
 * H2's list of sessions. Numbers are given again, so a session is known by its number and its start. Users who are no
 * administrators see only their own session there.
 */
final class H2Sessions implements Sessions {

    static final H2Sessions SESSIONS = new H2Sessions();

    private static final String IDENTITY = "SESSION_ID || '@' || EXTRACT(EPOCH FROM SESSION_START)";
    private static final String ADMINISTRATOR =
            "EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER AND IS_ADMIN)";

    @Override
    public String now() {
        return "DATEDIFF(MILLISECOND, TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00:00', CURRENT_TIMESTAMP)";
    }

    @Override
    public String identity() {
        return "SELECT " + IDENTITY + " FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID()";
    }

    @Override
    public boolean pooled() {
        return false;
    }

    /** Who asks has the connection for itself, so a lock that was taken through it was left behind. */
    @Override
    public String life(String identity, String token) {
        return "SELECT CASE WHEN NOT " + ADMINISTRATOR + " THEN 'UNKNOWN' ELSE COALESCE((SELECT CASE WHEN SESSION_ID ="
                + " SESSION_ID() THEN 'GONE' WHEN EXECUTING_STATEMENT IS NULL AND SLEEP_SINCE <"
                + " DATEADD(SECOND, -2, CURRENT_TIMESTAMP) THEN 'IDLE' ELSE 'BUSY' END FROM"
                + " INFORMATION_SCHEMA.SESSIONS WHERE " + IDENTITY + " = " + H2Sql.SQL.text(identity)
                + "), 'GONE') END";
    }

    @Override
    public String end(String identity) {
        return "SELECT ABORT_SESSION(SESSION_ID) FROM INFORMATION_SCHEMA.SESSIONS WHERE " + IDENTITY + " = "
                + H2Sql.SQL.text(identity);
    }
}
