package dev.turnstone.servers;

/** The kinds of databases that every run of the tests meets. */
public enum TestDatabases {
    /** H2 inside the test JVM. */
    H2_MEMORY("h2") {
        @Override
        public FreshDatabase fresh() {
            return Embedded.h2InMemory();
        }
    },
    /** H2 in a file, which several processes can open at once. */
    H2_FILE("h2") {
        @Override
        public FreshDatabase fresh() {
            return Embedded.h2InFile();
        }
    },
    /** SQLite in a file, which several processes can open at once. */
    SQLITE("sqlite") {
        @Override
        public FreshDatabase fresh() {
            return Embedded.sqlite();
        }
    },
    /** A PostgreSQL server from Maven's repository. */
    POSTGRESQL("postgresql") {
        @Override
        public FreshDatabase fresh() {
            return PostgreSql.fresh();
        }
    },
    /** A MariaDB server from the system's packages. */
    MARIADB("mariadb") {
        @Override
        public FreshDatabase fresh() {
            return MariaDb.fresh();
        }
    };

    private final String dialect;

    TestDatabases(String dialect) {
        this.dialect = dialect;
    }

    /**
     * The dialect of this kind of database.
     *
     * @return its name, such as {@code postgresql}
     */
    public String dialect() {
        return dialect;
    }

    /**
     * Makes an empty database, and starts the server where it does not run yet.
     *
     * @return a database for one test, to be closed by it
     */
    public abstract FreshDatabase fresh();
}
