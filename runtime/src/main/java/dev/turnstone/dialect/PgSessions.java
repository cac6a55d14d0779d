package dev.turnstone.dialect;

import static dev.turnstone.dialect.PgSql.SQL;

/**
 * PostgreSQL's list of sessions. Process numbers are given again, so a session is known by its number and its start. Behind
 * a pooler that shares sessions, the session that was named may serve others; therefore only a statement that carries
 * the holder's mark counts as the holder's work. Who may not see other users' sessions is told nothing.
 */
final class PgSessions implements Sessions {

    static final PgSessions SESSIONS = new PgSessions();

    private static final String IDENTITY = "pid || '@' || (extract(epoch FROM backend_start) * 1000000)::bigint";

    @Override
    public String now() {
        return "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";
    }

    @Override
    public String identity() {
        return "SELECT " + IDENTITY + " FROM pg_stat_get_activity(pg_backend_pid())";
    }

    @Override
    public String life(String identity, String token) {
        return "SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_catalog.pg_stat_activity WHERE state <> 'idle' AND query LIKE "
                + SQL.text("/* turnstone " + token + " */%") + ") THEN 'BUSY' ELSE COALESCE((SELECT CASE WHEN state ="
                + " 'disabled' OR backend_start IS NULL THEN 'UNKNOWN' ELSE 'IDLE' END FROM pg_stat_get_activity("
                + process(identity) + ") WHERE COALESCE(" + is(identity) + ", TRUE)), 'GONE') END";
    }

    /** A session that works for somebody now is not the one that sleeps; one that sleeps in a transaction ends by itself. */
    @Override
    public String end(String identity) {
        return "SELECT pg_terminate_backend(pid) FROM pg_stat_get_activity(" + process(identity)
                + ") WHERE state = 'idle'" + " AND " + is(identity);
    }

    private static String is(String identity) {
        return IDENTITY + " = " + SQL.text(identity);
    }

    private static String process(String identity) {
        return SQL.text(identity.substring(0, Math.max(0, identity.indexOf('@')))) + "::integer";
    }
}
