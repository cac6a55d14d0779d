package dev.turnstone.processor.emit;

import static dev.turnstone.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Schema;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmittedSetTest {

    @TempDir
    Path folder;

    @Test
    void aLongHistoryIsKeptInOneClassThatLoadsNoOther() throws Exception {
        EmittedSet set = set(1_002, false);
        EmitCompilation compilation = EmitCompilation.of(folder, List.of(), set);
        assertThat(compilation.messages()).isEmpty();
        RecordingLoader loader = new RecordingLoader(folder.resolve("classes"));

        MigrationSet loaded =
                ServiceLoader.load(MigrationSet.class, loader).iterator().next();

        assertThat(loaded.entries())
                .isEqualTo(set.migrations().stream()
                        .map(each -> new MigrationSet.Entry(each.id(), each.fingerprint()))
                        .toList());
        assertThat(loader.defined).containsExactly("acme.migrations.TurnstoneMigrations");
        for (int position : new int[] {0, 999, 1_000, 1_001}) {
            assertThat(loaded.migration(position).upOperations())
                    .isEqualTo(set.migrations().get(position).operations());
        }
        assertThat(loader.defined).hasSize(5);
        for (int position : new int[] {-1, -1_000, 1_002, 2_000, Integer.MIN_VALUE}) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> loaded.migration(position));
        }
    }

    @Test
    void oldMigrationsShareFilesAndTheNewestDoNot() {
        assertThat(set(11, false).files()).hasSize(11);
        assertThat(set(12, true).files()).hasSize(12);
        assertThat(set(12, false).files().stream().map(List::size)).containsExactly(10, 1, 1);
        assertThat(set(22, false).files().stream().map(List::size)).containsExactly(10, 10, 1, 1);
    }

    @Test
    void whatASetIsTellsItself() {
        MigrationSet drafted =
                EmitCompilation.of(folder.resolve("a"), List.of(), set(1, true)).set();
        MigrationSet saved = EmitCompilation.of(folder.resolve("b"), List.of(), set(1, false))
                .set();

        assertThat(drafted.hasDraft()).isTrue();
        assertThat(saved.hasDraft()).isFalse();
        assertThat(saved.name()).isEqualTo("acme \"set\"");
        assertThat(saved.toolVersion()).isEqualTo("1.0");
        assertThat(saved.headFingerprint()).isEqualTo("e".repeat(64));
    }

    @Test
    void aSetWithoutAMigrationIsASetToo() {
        EmitCompilation compilation = EmitCompilation.of(folder, List.of(), set(0, false));

        assertThat(compilation.messages()).isEmpty();
        assertThat(compilation.set().entries()).isEmpty();
    }

    private static EmittedSet set(int count, boolean draft) {
        List<EmittedMigration> migrations = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            List<Operation> operations = List.of(new AlterTableComment(table("t"), "old " + i, "new"));
            String fingerprint = String.format(Locale.ROOT, "%064x", i);
            migrations.add(new EmittedMigration(
                    String.format(Locale.ROOT, "%04d_some_change", i),
                    fingerprint,
                    operations,
                    List.of(),
                    () -> Schema.EMPTY));
        }
        return new EmittedSet(
                "acme \"set\"",
                "acme.migrations",
                "1.0",
                "e".repeat(64),
                migrations,
                draft,
                java.util.Optional.empty());
    }

    /** Knows which generated classes were needed. */
    private static final class RecordingLoader extends URLClassLoader {
        private final List<String> defined = new ArrayList<>();

        RecordingLoader(Path classes) throws MalformedURLException {
            super(new URL[] {classes.toUri().toURL()}, MigrationSet.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            defined.add(name);
            return super.findClass(name);
        }
    }
}
