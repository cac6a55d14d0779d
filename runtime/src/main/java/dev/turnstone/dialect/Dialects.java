package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The dialects that are there: those that users supply through {@link ServiceLoader}, then Turnstone's own. */
public final class Dialects {

    private static final List<String> OWN = List.of("postgresql", "mariadb", "mysql", "sqlite", "h2");

    private final List<Dialect> supplied;
    private final Map<String, Dialect> made = new ConcurrentHashMap<>();

    private Dialects(List<Dialect> supplied) {
        this.supplied = supplied;
    }

    /**
     * Looks for dialects.
     *
     * @param loader where to look for those that users supply
     * @return what was found, and Turnstone's own
     * @throws java.util.ServiceConfigurationError if a supplied dialect cannot be made
     */
    public static Dialects load(ClassLoader loader) {
        List<Dialect> supplied = new ArrayList<>();
        for (Dialect dialect : ServiceLoader.load(Dialect.class, loader)) {
            supplied.add(dialect);
        }
        return new Dialects(supplied);
    }

    /** Made only when it is its turn: an application needs one of them. */
    private Dialect own(String name) {
        Dialect dialect = made.get(name);
        if (dialect == null) {
            dialect = switch (name) {
                case "postgresql" -> new PostgreSqlDialect();
                case "mariadb" -> new MariaDbDialect();
                case "mysql" -> new MySqlDialect();
                case "sqlite" -> new SqliteDialect();
                default -> new H2Dialect();
            };
            made.put(name, dialect);
        }
        return dialect;
    }

    /**
     * The dialect for a database.
     *
     * @param server the database
     * @return the first that serves it, so that a supplied one comes before Turnstone's own, for the server's version
     */
    public Optional<Dialect> serving(Server server) {
        for (Dialect dialect : supplied) {
            if (dialect.serves(server)) {
                return Optional.of(dialect.forVersion(server.major(), server.minor()));
            }
        }
        // The one of the product's name comes first: each that is asked must be loaded.
        List<String> names = new ArrayList<>(OWN);
        String product = server.product().toLowerCase(Locale.ROOT);
        if (names.remove(product)) {
            names.add(0, product);
        }
        for (String name : names) {
            if (own(name).serves(server)) {
                return Optional.of(own(name).forVersion(server.major(), server.minor()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether an error means to any dialect that another try may succeed, for a database that cannot be asked yet.
     *
     * @param sqlState the SQLSTATE that the driver gives; may be null
     * @param code the driver's own code
     * @param message the driver's message; may be null
     * @return whether one calls it {@link Failure#BUSY}
     */
    public boolean busy(String sqlState, int code, String message) {
        for (int i = 0; i < supplied.size() + OWN.size(); i++) {
            if (dialect(i).failure(sqlState, code, message) == Failure.BUSY) {
                return true;
            }
        }
        return false;
    }

    private Dialect dialect(int i) {
        return i < supplied.size() ? supplied.get(i) : own(OWN.get(i - supplied.size()));
    }

    /**
     * The dialect of a name.
     *
     * @param name such as {@code h2}
     * @return the first that has it
     */
    public Optional<Dialect> named(String name) {
        return supplied.stream()
                .filter(dialect -> dialect.name().equals(name))
                .findFirst()
                .or(() -> OWN.contains(name) ? Optional.of(own(name)) : Optional.empty());
    }

    /**
     * The names of all dialects.
     *
     * @return each once, sorted
     */
    public List<String> names() {
        return Stream.concat(supplied.stream().map(Dialect::name), OWN.stream())
                .distinct()
                .sorted()
                .toList();
    }
}
