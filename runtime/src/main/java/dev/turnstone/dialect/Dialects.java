package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The dialects that are there: those that users supply through {@link ServiceLoader}, then Turnstone's own. */
public final class Dialects {

    private final List<Dialect> dialects;

    private Dialects(List<Dialect> dialects) {
        this.dialects = List.copyOf(dialects);
    }

    /**
     * Looks for dialects.
     *
     * @param loader where to look for those that users supply
     * @return what was found, and Turnstone's own
     * @throws java.util.ServiceConfigurationError if a supplied dialect cannot be made
     */
    public static Dialects load(ClassLoader loader) {
        List<Dialect> dialects = new ArrayList<>();
        for (Dialect supplied : ServiceLoader.load(Dialect.class, loader)) {
            dialects.add(supplied);
        }
        dialects.add(new H2Dialect());
        dialects.add(new PostgreSqlDialect());
        dialects.add(new MariaDbDialect());
        dialects.add(new MySqlDialect());
        dialects.add(new SqliteDialect());
        return new Dialects(dialects);
    }

    /**
     * The dialect for a database.
     *
     * @param server the database
     * @return the first that serves it, so that a supplied one comes before Turnstone's own, for the server's version
     */
    public Optional<Dialect> serving(Server server) {
        for (Dialect dialect : dialects) {
            if (dialect.serves(server)) {
                return Optional.of(dialect.forVersion(server.major(), server.minor()));
            }
        }
        return Optional.empty();
    }

    /**
     * The dialect of a name.
     *
     * @param name such as {@code h2}
     * @return the first that has it
     */
    public Optional<Dialect> named(String name) {
        return dialects.stream().filter(dialect -> dialect.name().equals(name)).findFirst();
    }

    /**
     * The names of all dialects.
     *
     * @return each once, sorted
     */
    public List<String> names() {
        return dialects.stream().map(Dialect::name).distinct().sorted().toList();
    }
}
