package dev.turnstone.dialect;

import java.util.List;

/** A dialect that can look at a database and do nothing else. */
public final class CatalogueOnly implements Dialect {

    private final Catalogue catalogue;

    private CatalogueOnly(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** PostgreSQL's catalogue. */
    public static Dialect postgresql() {
        return new CatalogueOnly(new PgCatalogue());
    }

    /** MariaDB's catalogue. */
    public static Dialect mariaDb() {
        return new CatalogueOnly(new MySqlCatalogue(false));
    }

    /** SQLite's catalogue. */
    public static Dialect sqlite() {
        return new CatalogueOnly(new SqliteCatalogue());
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public boolean serves(Server server) {
        return true;
    }

    @Override
    public int maxIdentifierLength() {
        return 63;
    }

    @Override
    public String quote(String identifier) {
        return identifier;
    }

    @Override
    public Rendered render(Change change) {
        return new Rendered.Units(List::of, List.of());
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
        return new H2Dialect().sessions();
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }
}
