package dev.turnstone.processor.testing;

import dev.turnstone.dialect.Catalogue;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Failure;
import dev.turnstone.dialect.Server;
import dev.turnstone.dialect.Sessions;

/** A dialect of no database: what a test of previews and checks need not say. */
public abstract class BareDialect implements Dialect {

    @Override
    public boolean serves(Server server) {
        return false;
    }

    @Override
    public String quote(String identifier) {
        return identifier;
    }

    @Override
    public boolean transactional() {
        return false;
    }

    @Override
    public Failure failure(String sqlState, int code, String message) {
        return Failure.FINAL;
    }

    @Override
    public Sessions sessions() {
        throw new UnsupportedOperationException("Nothing connects in a compile.");
    }

    @Override
    public Catalogue catalogue() {
        throw new UnsupportedOperationException("Nothing connects in a compile.");
    }
}
