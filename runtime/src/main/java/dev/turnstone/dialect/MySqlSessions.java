package dev.turnstone.dialect;

import java.util.List;

/**
 * The server's list of threads. A session is known by its number on a server, which is known by its host and port, the part
 * of its UUIDs that changes with each start, and its user: without the privilege PROCESS one sees one's own threads only.
 */
final class MySqlSessions implements Sessions {

    static final MySqlSessions SESSIONS = new MySqlSessions();

    private static final String HOST = "LEFT(MD5(CONCAT(@@hostname, ':', @@port)), 16)";
    private static final String START = "RIGHT(UUID(), 17)";
    private static final String USER = "LEFT(MD5(SUBSTRING_INDEX(CURRENT_USER(), '@', 1)), 16)";
    private static final String THREAD = "SELECT 1 FROM information_schema.PROCESSLIST WHERE ";

    private MySqlSessions() {}

    @Override
    public String now() {
        return "(TIMESTAMPDIFF(MICROSECOND, '1970-01-01', UTC_TIMESTAMP(6)) DIV 1000)";
    }

    @Override
    public String identity() {
        return "SELECT CONCAT_WS(' ', CONNECTION_ID(), " + HOST + ", " + USER + ", " + START + ")";
    }

    /** Who asks is at work, which says nothing of a lock that was taken through the same session before. */
    @Override
    public String life(String identity, String token) {
        List<String> parts = List.of(identity.split(" "));
        if (parts.size() != 4 || !identity.matches("[0-9a-f -]+") || !token.matches("[0-9A-Za-z-]+")) {
            return "";
        }
        String thread = THREAD + "ID = " + parts.get(0);
        return "SELECT CASE WHEN " + HOST + " <> '" + parts.get(1) + "' THEN 'UNKNOWN' WHEN EXISTS (" + THREAD
                + "INFO LIKE '/* turnstone " + token + " */%') THEN 'BUSY' WHEN NOT EXISTS (" + thread + ") THEN IF("
                + USER + " = '" + parts.get(2) + "' OR EXISTS (SELECT 1 FROM information_schema.USER_PRIVILEGES WHERE"
                + " PRIVILEGE_TYPE = 'PROCESS' AND REPLACE(GRANTEE, '''', '') = CURRENT_USER()), 'GONE', 'UNKNOWN') WHEN "
                + START + " <> '" + parts.get(3) + "' OR CONNECTION_ID() = " + parts.get(0)
                + " THEN 'UNKNOWN' WHEN EXISTS (" + thread
                + " AND (COMMAND <> 'Sleep' OR TIME < 2)) THEN 'BUSY' ELSE 'IDLE' END";
    }

    @Override
    public String end(String identity) {
        int at = identity.indexOf(' ');
        return at < 1 || !identity.substring(0, at).matches("\\d+")
                ? ""
                : "KILL CONNECTION " + identity.substring(0, at);
    }
}
