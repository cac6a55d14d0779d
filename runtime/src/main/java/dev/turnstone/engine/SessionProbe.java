package dev.turnstone.engine;

import java.sql.SQLException;

/**
 * Asks a database whether the session that took a lock still exists. Where the database cannot tell, a lock counts as
 * left behind when it was not renewed for a while.
 */
interface SessionProbe {

    /** What is known of a session. */
    enum Life {
        ALIVE,
        GONE,
        UNKNOWN
    }

    /** A text that no other session ever has. */
    String identity() throws SQLException;

    Life life(String identity) throws SQLException;

    static SessionProbe of(Database database) {
        return database.product().equals("H2") ? new H2SessionProbe(database) : new Blind();
    }

    /** For databases that Turnstone cannot ask. */
    final class Blind implements SessionProbe {

        @Override
        public String identity() {
            return "";
        }

        @Override
        public Life life(String identity) {
            return Life.UNKNOWN;
        }
    }
}
