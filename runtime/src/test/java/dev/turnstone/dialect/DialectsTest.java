package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialectsTest {

    @Test
    void servesH2() {
        Dialects dialects = Dialects.load(getClass().getClassLoader());
        assertThat(dialects.serving(new Server("H2", "2.5.252", 2, 5))).containsInstanceOf(H2Dialect.class);
        assertThat(dialects.serving(new Server("Oracle", "23", 23, 0))).isEmpty();
        assertThat(dialects.named("h2")).containsInstanceOf(H2Dialect.class);
        assertThat(dialects.named("oracle")).isEmpty();
        assertThat(dialects.names()).containsExactly("h2", "mariadb", "mysql", "postgresql", "sqlite");
        assertThat(new H2Dialect().maxIdentifierLength()).isEqualTo(256);
    }

    @Test
    void prefersADialectThatTheUserSupplies(@TempDir Path folder) throws IOException {
        Path service =
                Files.createDirectories(folder.resolve("META-INF/services")).resolve(Dialect.class.getName());
        Files.writeString(service, Supplied.class.getName());
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Dialects dialects = Dialects.load(loader);
            assertThat(dialects.serving(new Server("H2", "2.5.252", 2, 5))).containsInstanceOf(Supplied.class);
            assertThat(dialects.names()).containsExactly("h2", "mariadb", "mine", "mysql", "postgresql", "sqlite");
        }
    }

    /** A dialect of the user's own. */
    public static final class Supplied implements Dialect {

        @Override
        public String name() {
            return "mine";
        }

        @Override
        public boolean serves(Server server) {
            return true;
        }

        @Override
        public int maxIdentifierLength() {
            return 1;
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
            return new H2Dialect().catalogue();
        }
    }
}
