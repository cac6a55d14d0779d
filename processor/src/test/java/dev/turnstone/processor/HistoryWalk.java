package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Dialects;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.fold.Selection;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryReshape;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.processor.rewrite.Squash;
import dev.turnstone.processor.testing.LeftDatabases;
import dev.turnstone.processor.testing.RandomConversions;
import dev.turnstone.processor.testing.RandomSchemas;
import dev.turnstone.processor.testing.StepLog;
import dev.turnstone.processor.testing.TripDatabase;
import dev.turnstone.processor.testing.TwoBranches;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One history, and what happens to it. Calls what a compile calls for each command. */
final class HistoryWalk {

    /** What can happen. */
    enum Step {
        SAVE,
        AMEND,
        AMEND_SOME,
        REBUILD,
        SQUASH,
        PRUNE,
        TOO_OLD,
        REBASE,
        CONFLICT
    }

    static final Set<Step> ALL = EnumSet.allOf(Step.class);

    private static final String SNAPSHOT = "schema.json";

    private final WalkFolder folder;
    private final Random random;
    private final LeftDatabases databases;
    private final RandomSchemas entities;
    private final List<Dialect> dialects;
    private final Set<Step> done = EnumSet.noneOf(Step.class);
    private int edits;
    private int names;

    HistoryWalk(Path folder, long seed, LeftDatabases databases) {
        this.folder = new WalkFolder(folder);
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
        save(folder, folder.draft(entities.create()));
        while (edits < count) {
            int choice = random.nextInt(100);
            if (choice < 45) {
                save(folder, edited(folder, entities));
            } else if (choice < 65) {
                amend(edited(folder, entities));
            } else if (choice < 70) {
                rebuild(edited(folder, entities));
            } else if (choice < 75) {
                squash(folder.load());
            } else if (choice < 78) {
                prune(folder.load());
            } else if (choice < 90) {
                branch();
            } else if (choice < 97) {
                createDatabase();
            } else {
                migrateDatabases();
            }
            folder.check(entities.shuffled());
        }
        migrateDatabases();
    }

    /** The next change that all databases can do. */
    private Draft edited(WalkFolder of, RandomSchemas source) {
        edits++;
        History history = of.load();
        addStep(of, history.baseline().schema());
        while (true) {
            Diff diff = of.diff(history, source.edit());
            assertThat(diff.findings()).noneMatch(Finding::isError);
            List<Operation> operations = RandomConversions.in(diff.operations(), UnaryOperator.identity(), random);
            if (isPossible(history.baseline().schema(), operations)) {
                return WalkFolder.draft(history, diff, operations);
            }
            source.resume(history.baseline().schema(), history.baseline().mapping());
        }
    }

    private boolean isPossible(Schema before, List<Operation> operations) {
        return dialects.stream()
                .map(dialect -> dialect.render(Change.inUse(operations, () -> before)))
                .noneMatch(Rendered.Refused.class::isInstance);
    }

    /** A data migration, or SQL that may speak of a column. */
    private void addStep(WalkFolder of, Schema schema) {
        int choice = random.nextInt(100);
        if (choice < 8) {
            of.addStep(new RunData("walk.Step" + names++, false, true), random.nextBoolean());
        } else if (choice < 20) {
            String name = "sql_" + names++;
            List<Table> tables = List.copyOf(schema.tables());
            Table table = tables.isEmpty() ? null : tables.get(random.nextInt(tables.size()));
            List<RunSql.Text> texts = dialects.stream()
                    .map(dialect -> new RunSql.Text(
                            dialect.name(), List.of(StepLog.statement(dialect, name, table)), List.of()))
                    .toList();
            of.addStep(new RunSql(name, texts), true);
        }
    }

    private void save(WalkFolder to, Draft draft) {
        if (to.save(draft, "walk_" + names++)) {
            done.add(Step.SAVE);
        }
    }

    private void amend(Draft draft) {
        History history = folder.load();
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
        folder.rewrite(history, draft, result.rewrite().orElseThrow());
        if (!result.rewrite().get().rest().isEmpty()) {
            save(folder, folder.draft(entities.shuffled()));
            done.add(Step.AMEND_SOME);
        } else {
            done.add(Step.AMEND);
        }
    }

    private void rebuild(Draft draft) {
        History history = folder.load();
        Rewrite.Result result = Rewrite.rebuild(history, draft, "");
        assertThat(result.finding().isPresent())
                .as("refused")
                .isEqualTo(history.frozen() == history.migrations().size());
        if (result.finding().isPresent()) {
            save(folder, draft);
        } else {
            folder.rewrite(history, draft, result.rewrite().get());
            done.add(Step.REBUILD);
        }
    }

    private void squash(History history) {
        int pruned = history.root().map(each -> each.replaces().size()).orElse(0);
        int replaced = history.checkpoint().map(each -> each.replaces().size()).orElse(1) - pruned;
        int more = history.migrations().size() - replaced;
        if (more > 0) {
            List<SavedMigration> some = history.migrations().subList(0, replaced + 1 + random.nextInt(more));
            List<Operation> operations = some.stream()
                    .map(SavedMigration::operations)
                    .flatMap(List::stream)
                    .toList();
            List<Operation> before = history.root().map(Checkpoint::operations).orElse(List.of());
            List<Operation> all =
                    Stream.concat(before.stream(), operations.stream()).toList();
            Set<String> barriers = Squash.of(all, Set.of()).barriers().keySet();
            Squash squash = Squash.of(all, barriers);
            assertThat(squash.barriers()).isEmpty();
            String id = some.get(some.size() - 1).id();
            WalkFolder.written(
                    HistoryReshape.squash(folder.dir, history, id, squash.operations(), List.of(), WalkFolder.NOW));
            done.add(Step.SQUASH);
        }
    }

    private void prune(History history) {
        if (history.checkpoint().isPresent() && !history.checkpoint().equals(history.root())) {
            History pruned = HistoryReshape.prune(folder.dir).history().orElseThrow();
            WalkFolder.written(HistoryReshape.rewrite(
                    folder.dir,
                    pruned,
                    HistoryReshape::prune,
                    history.baseline().mapping()));
            folder.forgetSteps();
            done.add(Step.PRUNE);
        }
    }

    /** Two go on from one commit, and then git merges what they did: the files of both, and both snapshots in one. */
    private void branch() throws IOException {
        List<String> common = folder.ids();
        WalkFolder theirs = new WalkFolder(
                Files.createDirectory(folder.dir.resolveSibling(folder.dir.getFileName() + "_" + names)), folder);
        for (Path file : files(folder.dir)) {
            Files.copy(file, theirs.dir.resolve(file.getFileName()));
        }
        RandomSchemas others = entities.branch();
        Baseline parted = folder.load().baseline();
        int before = WalkFolder.operations(folder.load()).size();
        TwoBranches branches = new TwoBranches(parted.schema(), parted.mapping());
        for (int i = random.nextInt(2); i >= 0; i--) {
            save(folder, edited(folder, entities));
            branches.ours(schema(folder), mapping(folder), since(folder, before));
            save(theirs, edited(theirs, others));
            branches.theirs(schema(theirs), mapping(theirs), since(theirs, before));
        }
        List<String> ours = new ArrayList<>(folder.ids());
        List<String> added = new ArrayList<>(theirs.ids());
        ours.removeAll(common);
        added.removeAll(common);
        if (!ours.isEmpty() && !added.isEmpty()) {
            for (String id : added) {
                Files.copy(theirs.dir.resolve(id + ".json"), folder.dir.resolve(id + ".json"));
            }
            String snapshot = Files.readString(folder.dir.resolve(SNAPSHOT));
            Files.writeString(
                    folder.dir.resolve(SNAPSHOT),
                    "<<<<<<< HEAD\n" + snapshot + "=======\n" + Files.readString(theirs.dir.resolve(SNAPSHOT))
                            + ">>>>>>> theirs\n");
            assertThat(HistoryStore.load(folder.dir).findings())
                    .singleElement()
                    .satisfies(each -> assertThat(each.tag()).isEqualTo(Tag.HISTORY_CHAIN));
            if (rebase(random.nextBoolean() ? ours.get(0) : added.get(0), before, branches)) {
                folder.takeSteps(theirs);
                done.add(Step.REBASE);
            } else {
                done.add(Step.CONFLICT);
                Files.writeString(folder.dir.resolve(SNAPSHOT), snapshot);
                for (String id : added) {
                    Files.delete(folder.dir.resolve(id + ".json"));
                }
            }
        }
    }

    private boolean rebase(String id, int before, TwoBranches branches) {
        HistoryResult result = HistoryReshape.rebase(folder.dir, id);
        if (result.history().isEmpty()) {
            branches.assertConflict(
                    result.findings().stream().map(Finding::message).toList());
            assertThat(result.findings())
                    .singleElement()
                    .satisfies(each -> assertThat(each.message()).contains("both change the same"));
            return false;
        }
        History rebased = result.history().get();
        List<Operation> all = WalkFolder.operations(rebased);
        branches.assertMerged(rebased.baseline().schema(), all.subList(before, all.size()));
        entities.resume(rebased.baseline().schema(), rebased.baseline().mapping());
        Diff diff = folder.diff(rebased, entities.shuffled());
        assertThat(diff.findings()).noneMatch(Finding::isError);
        assertThat(diff.operations()).isEmpty();
        WalkFolder.written(
                HistoryReshape.rewrite(folder.dir, rebased, dir -> HistoryReshape.rebase(dir, id), diff.mapping()));
        return true;
    }

    private static Schema schema(WalkFolder of) {
        return of.load().baseline().schema();
    }

    private static Mapping mapping(WalkFolder of) {
        return of.load().baseline().mapping();
    }

    private static List<Operation> since(WalkFolder of, int before) {
        List<Operation> all = WalkFolder.operations(of.load());
        return all.subList(before, all.size());
    }

    private static List<Path> files(Path dir) throws IOException {
        try (var files = Files.list(dir)) {
            return files.toList();
        }
    }

    /** What a database has is released. */
    private void createDatabase() throws SQLException {
        History history = folder.load();
        if (!history.isEmpty()) {
            boolean light = random.nextInt(100) < 75;
            TripDatabase kind = light ? TripDatabase.H2 : TripDatabase.SQLITE;
            databases.create(kind, dialects.get(light ? 0 : 1), history);
            release(history);
        }
    }

    private void migrateDatabases() throws SQLException {
        History history = folder.load();
        if (databases.migrate(history) > 0) {
            done.add(Step.TOO_OLD);
        }
        if (databases.count() > 0) {
            release(history);
        }
    }

    private void release(History history) {
        WalkFolder.written(HistoryStore.saveRelease(folder.dir, history, history.headId()));
    }
}
