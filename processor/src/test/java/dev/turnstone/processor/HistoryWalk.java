package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.fold.Selection;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryReshape;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryRewrite;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.processor.rewrite.Squash;
import dev.turnstone.processor.testing.LeftDatabases;
import dev.turnstone.processor.testing.RandomConversions;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.TripDatabase;
import dev.turnstone.processor.testing.TwoBranches;
import dev.turnstone.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** One history, and what happens to it. Calls what a compile calls for each command. */
final class HistoryWalk {

    /** What can happen. */
    enum Step {
        SAVE,
        AMEND,
        AMEND_SOME,
        REBUILD,
        SQUASH,
        REBASE,
        CONFLICT
    }

    static final Set<Step> ALL = EnumSet.allOf(Step.class);

    private static final String SNAPSHOT = "schema.json";
    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    private final Path folder;
    private final Random random;
    private final LeftDatabases databases;
    private final RandomSchemas entities;
    private final List<Dialect> dialects;
    private final Set<Step> done = EnumSet.noneOf(Step.class);
    private int edits;
    private int names;

    HistoryWalk(Path folder, long seed, LeftDatabases databases) {
        this.folder = folder;
        this.random = new Random(seed);
        this.databases = databases;
        this.entities = new RandomSchemas(random, true);
        Dialects loaded = Dialects.load(HistoryWalk.class.getClassLoader());
        this.dialects = List.of(
                loaded.named(TripDatabase.H2.dialect()).orElseThrow(),
                loaded.named(TripDatabase.SQLITE.dialect()).orElseThrow());
    }

    Set<Step> done() {
        return done;
    }

    void go(int count) throws IOException, SQLException {
        save(folder, draft(folder, entities.create()));
        while (edits < count) {
            int choice = random.nextInt(100);
            if (choice < 45) {
                save(folder, edited(folder, entities));
            } else if (choice < 65) {
                amend(edited(folder, entities));
            } else if (choice < 70) {
                rebuild(edited(folder, entities));
            } else if (choice < 75) {
                squash(load(folder));
            } else if (choice < 90) {
                branch();
            } else if (choice < 97) {
                createDatabase();
            } else {
                migrateDatabases();
            }
            check();
        }
        migrateDatabases();
    }

    /** The folder is sound, and says what the entities say. */
    private void check() {
        History history = load(folder);
        String parent = Fingerprint.NONE;
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < history.migrations().size(); i++) {
            SavedMigration each = history.migrations().get(i);
            assertThat(each.id()).startsWith("%04d_".formatted(i + 1));
            assertThat(each.parentFingerprint()).isEqualTo(parent);
            parent = Fingerprint.of(parent, each.operations());
            assertThat(each.fingerprint()).isEqualTo(parent);
            operations.addAll(each.operations());
        }
        assertThat(SchemaReplay.replay(Schema.EMPTY, operations))
                .isEqualTo(history.baseline().schema());
        assertThat(draft(folder, entities.shuffled()).operations()).isEmpty();
    }

    private static History load(Path dir) {
        HistoryResult result = HistoryStore.load(dir);
        assertThat(result.findings()).isEmpty();
        History history = result.history().orElseThrow();
        assertThat(history.leftovers().isEmpty()).isTrue();
        return history.isEmpty() ? history.named("walk", "walk.migrations") : history;
    }

    private static Draft draft(Path dir, DeclaredSchema declared) {
        History history = load(dir);
        Diff diff = SchemaDiffer.diff(history.baseline(), declared);
        // What was folded away was never there, so its @Dropped has to go.
        assertThat(diff.findings()).noneMatch(each -> each.isError() && each.tag() != Tag.HINT_UNMATCHED);
        return draft(history, diff, diff.operations());
    }

    private static Draft draft(History history, Diff diff, List<Operation> operations) {
        assertThat(Proof.refute(history.baseline().schema(), operations, diff.target()))
                .isEmpty();
        ClassOutput.Known known = new ClassOutput.Known(new TreeMap<>(), new TreeSet<>());
        return new Draft(false, List.of(), operations, diff.consents(), diff.mapping(), known, history.isEmpty());
    }

    /** The next change that all databases can do. */
    private Draft edited(Path dir, RandomSchemas source) {
        edits++;
        History history = load(dir);
        while (true) {
            Diff diff = SchemaDiffer.diff(history.baseline(), source.edit());
            assertThat(diff.findings()).noneMatch(Finding::isError);
            List<Operation> operations = RandomConversions.in(diff.operations(), UnaryOperator.identity(), random);
            if (isPossible(history.baseline().schema(), operations)) {
                return draft(history, diff, operations);
            }
            source.resume(history.baseline().schema(), history.baseline().mapping());
        }
    }

    private boolean isPossible(Schema before, List<Operation> operations) {
        return dialects.stream()
                .map(dialect -> dialect.render(Change.inUse(operations, () -> before)))
                .noneMatch(Rendered.Refused.class::isInstance);
    }

    private void save(Path dir, Draft draft) {
        History history = load(dir);
        if (!draft.operations().isEmpty()) {
            written(HistoryStore.save(
                    dir, history, "walk_" + names++, draft.operations(), draft.consents(), draft.mapping(), NOW));
            done.add(Step.SAVE);
        } else if (!history.isEmpty()) {
            written(HistoryStore.saveMapping(dir, history, draft.mapping()));
        }
    }

    private static History written(HistoryResult result) {
        assertThat(result.findings()).isEmpty();
        return result.history().orElseThrow();
    }

    private void amend(Draft draft) {
        History history = load(folder);
        List<String> tables = random.nextInt(100) < 40
                ? Selection.names(draft.operations()).stream()
                        .flatMap(Set::stream)
                        .limit(1)
                        .toList()
                : List.of();
        Rewrite.Result result = Rewrite.amend(history, draft, tables);
        if (tables.isEmpty()) {
            assertThat(result.finding().isPresent())
                    .as("refused")
                    .isEqualTo(history.frozen() == history.migrations().size());
        }
        if (draft.operations().isEmpty() || result.finding().isPresent()) {
            save(folder, draft);
            return;
        }
        rewrite(history, draft, result.rewrite().orElseThrow());
        if (!result.rewrite().get().rest().isEmpty()) {
            save(folder, draft(folder, entities.shuffled()));
            done.add(Step.AMEND_SOME);
        } else {
            done.add(Step.AMEND);
        }
    }

    private void rebuild(Draft draft) {
        History history = load(folder);
        Rewrite.Result result = Rewrite.rebuild(history, draft, "");
        assertThat(result.finding().isPresent())
                .as("refused")
                .isEqualTo(history.frozen() == history.migrations().size());
        if (result.finding().isPresent()) {
            save(folder, draft);
        } else {
            rewrite(history, draft, result.rewrite().get());
            done.add(Step.REBUILD);
        }
    }

    private void rewrite(History history, Draft draft, Rewrite rewrite) {
        assertThat(rewrite.refute(history, draft)).isEmpty();
        written(HistoryRewrite.replace(
                folder,
                history,
                rewrite.kept(),
                rewrite.id(),
                rewrite.operations(),
                rewrite.consents(),
                rewrite.mapping(),
                NOW));
    }

    private void squash(History history) {
        int replaced = history.checkpoint().map(each -> each.replaces().size()).orElse(1);
        int more = history.migrations().size() - replaced;
        if (more > 0) {
            List<SavedMigration> some = history.migrations().subList(0, replaced + 1 + random.nextInt(more));
            Squash squash = Squash.of(
                    some.stream()
                            .map(SavedMigration::operations)
                            .flatMap(List::stream)
                            .toList(),
                    Set.of());
            String id = some.get(some.size() - 1).id();
            written(HistoryReshape.squash(folder, history, id, squash.operations(), List.of(), NOW));
            done.add(Step.SQUASH);
        }
    }

    /** Two go on from one commit, and then git merges what they did: the files of both, and both snapshots in one. */
    private void branch() throws IOException {
        List<String> common = ids(load(folder));
        Path theirs = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "_" + names));
        for (Path file : files(folder)) {
            Files.copy(file, theirs.resolve(file.getFileName()));
        }
        RandomSchemas others = entities.branch();
        TwoBranches branches = new TwoBranches(load(folder));
        for (int i = random.nextInt(2); i >= 0; i--) {
            save(folder, edited(folder, entities));
            branches.ours(load(folder));
            save(theirs, edited(theirs, others));
            branches.theirs(load(theirs));
        }
        List<String> ours = new ArrayList<>(ids(load(folder)));
        List<String> added = new ArrayList<>(ids(load(theirs)));
        ours.removeAll(common);
        added.removeAll(common);
        if (!ours.isEmpty() && !added.isEmpty()) {
            for (String id : added) {
                Files.copy(theirs.resolve(id + ".json"), folder.resolve(id + ".json"));
            }
            String snapshot = Files.readString(folder.resolve(SNAPSHOT));
            Files.writeString(
                    folder.resolve(SNAPSHOT),
                    "<<<<<<< HEAD\n" + snapshot + "=======\n" + Files.readString(theirs.resolve(SNAPSHOT))
                            + ">>>>>>> theirs\n");
            assertThat(HistoryStore.load(folder).findings())
                    .singleElement()
                    .satisfies(each -> assertThat(each.tag()).isEqualTo(Tag.HISTORY_CHAIN));
            if (rebase(random.nextBoolean() ? ours.get(0) : added.get(0), branches)) {
                done.add(Step.REBASE);
            } else {
                done.add(Step.CONFLICT);
                Files.writeString(folder.resolve(SNAPSHOT), snapshot);
                for (String id : added) {
                    Files.delete(folder.resolve(id + ".json"));
                }
            }
        }
    }

    private boolean rebase(String id, TwoBranches branches) {
        HistoryResult result = HistoryReshape.rebase(folder, id);
        if (result.history().isEmpty()) {
            branches.assertConflict(
                    result.findings().stream().map(Finding::message).toList());
            assertThat(result.findings())
                    .singleElement()
                    .satisfies(each -> assertThat(each.message()).contains("both change the same"));
            return false;
        }
        History rebased = result.history().get();
        branches.assertMerged(rebased);
        entities.resume(rebased.baseline().schema(), rebased.baseline().mapping());
        Diff diff = SchemaDiffer.diff(rebased.baseline(), entities.shuffled());
        assertThat(diff.findings()).noneMatch(Finding::isError);
        assertThat(diff.operations()).isEmpty();
        written(HistoryReshape.rewrite(folder, rebased, dir -> HistoryReshape.rebase(dir, id), diff.mapping()));
        return true;
    }

    private static List<String> ids(History history) {
        return history.migrations().stream().map(SavedMigration::id).toList();
    }

    private static List<Path> files(Path dir) throws IOException {
        try (var files = Files.list(dir)) {
            return files.toList();
        }
    }

    /** What a database has is released. */
    private void createDatabase() throws SQLException {
        History history = load(folder);
        if (!history.isEmpty()) {
            boolean light = random.nextInt(100) < 75;
            TripDatabase kind = light ? TripDatabase.H2 : TripDatabase.SQLITE;
            databases.create(kind, dialects.get(light ? 0 : 1), history);
            release(history);
        }
    }

    private void migrateDatabases() throws SQLException {
        History history = load(folder);
        databases.migrate(history);
        if (databases.count() > 0) {
            release(history);
        }
    }

    private void release(History history) {
        written(HistoryStore.saveRelease(folder, history, history.headId()));
    }
}
