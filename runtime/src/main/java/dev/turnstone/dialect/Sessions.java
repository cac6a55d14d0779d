package dev.turnstone.dialect;

/**
 * How a database is asked about the session that holds the migration lock.
 */
public interface Sessions {

    /** What is known of a session. */
    enum Life {
        /** It runs a statement, or holds a transaction of the migration open. */
        BUSY,
        /** It is there and did nothing for some time: not even between two short statements of a long transaction. */
        IDLE,
        /** It is not there any more. */
        GONE,
        /** The database cannot tell. */
        UNKNOWN
    }

    /**
     * The time by the database's clock.
     *
     * @return an expression for the milliseconds since 1970 in UTC, as a BIGINT
     */
    String now();

    /**
     * Names the asking session.
     *
     * @return a query for one text of at most 100 characters that no other session ever has; empty if there is none
     */
    String identity();

    /**
     * Tells whether the statements of one connection may run in several sessions, as behind a pooler.
     *
     * @return false where nothing can stand between a connection and its session, and where there is no {@link #identity}
     */
    default boolean pooled() {
        return !identity().isEmpty();
    }

    /**
     * Asks for another session.
     *
     * @param identity what {@link #identity} gave there
     * @param token the text that all statements of the session carry in a comment
     * @return a query for the name of a {@link Life}; empty if there is none
     */
    String life(String identity, String token);

    /**
     * Ends another session, so that it can write no more.
     *
     * @param identity what {@link #identity} gave there
     * @return a statement; empty if there is none
     */
    String end(String identity);
}
