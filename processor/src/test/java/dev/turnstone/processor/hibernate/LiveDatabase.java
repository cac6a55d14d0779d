package dev.turnstone.processor.hibernate;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.servers.FreshDatabase;
import dev.turnstone.servers.TestDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/**
 * An empty database that Hibernate and Turnstone meet, gone when it is closed.
 *
 * @param kind its kind
 * @param fresh the database
 * @param dataSource opens a connection, each time
 */
record LiveDatabase(TestDatabases kind, FreshDatabase fresh, DataSource dataSource) implements AutoCloseable {

    static LiveDatabase of(TestDatabases kind) {
        FreshDatabase fresh = kind.fresh();
        return new LiveDatabase(
                kind, fresh, kind == TestDatabases.H2_MEMORY ? withoutKeywords(fresh) : fresh.dataSource());
    }

    /** Words that Hibernate does not quote, and H2 keeps for itself. */
    private static DataSource withoutKeywords(FreshDatabase fresh) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(((JdbcDataSource) fresh.dataSource()).getURL() + ";NON_KEYWORDS=VALUE,YEAR,DAY,MONTH");
        source.setUser(fresh.user());
        return source;
    }

    /** Applies what a compile saved. */
    void migrate(Compiled compiled) {
        Migrator.builder(dataSource).sets(compiled.set()).build().apply();
    }

    /** What the database holds now. */
    SortedSet<String> catalogue() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return Catalogue.of(kind, connection);
        }
    }

    @Override
    public void close() throws SQLException {
        fresh.close();
    }
}
