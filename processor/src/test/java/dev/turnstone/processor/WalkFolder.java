package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryRewrite;
import dev.turnstone.processor.history.HistoryStore;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.schema.Schema;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** The committed folder of one branch, and the data migrations and steps of SQL in its source. */
final class WalkFolder {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    final Path dir;
    private final List<DeclaredStep> steps = new ArrayList<>();

    WalkFolder(Path dir) {
        this.dir = dir;
    }

    WalkFolder(Path dir, WalkFolder source) {
        this(dir);
        takeSteps(source);
    }

    /** Takes over what the source of another branch has. */
    void takeSteps(WalkFolder source) {
        source.steps.stream().filter(step -> !steps.contains(step)).forEach(steps::add);
    }

    /** A step comes into the source. */
    void addStep(Operation operation, boolean first) {
        steps.add(new DeclaredStep(operation, first, steps.size(), List.of(), List.of(), SourceRef.NONE));
    }

    /** Takes out of the source what the files do not have any more. */
    void forgetSteps() {
        List<String> saved = saved(load());
        steps.removeIf(step -> !saved.contains(step.name()));
    }

    History load() {
        HistoryResult result = HistoryStore.load(dir);
        assertThat(result.findings()).isEmpty();
        History history = result.history().orElseThrow();
        assertThat(history.leftovers().isEmpty()).isTrue();
        return history.isEmpty() ? history.named("walk", "walk.migrations") : history;
    }

    List<String> ids() {
        return load().migrations().stream().map(SavedMigration::id).toList();
    }

    /** What the entities and the steps in the source are to the saved migrations. */
    Diff diff(History history, DeclaredSchema declared) {
        List<String> saved = saved(history);
        return SchemaDiffer.diff(
                history.baseline(),
                declared.withSteps(steps.stream()
                        .filter(step -> !saved.contains(step.name()))
                        .toList()));
    }

    private static List<String> saved(History history) {
        List<String> names = new ArrayList<>();
        operations(history).forEach(operation -> {
            if (operation instanceof RunData data) {
                names.add(data.step());
            } else if (operation instanceof RunSql sql) {
                names.add(sql.name());
            }
        });
        return names;
    }

    /** What leads to the schema, as far as the files are there. */
    static List<Operation> operations(History history) {
        List<Operation> operations =
                new ArrayList<>(history.root().map(Checkpoint::operations).orElse(List.of()));
        history.migrations().forEach(each -> operations.addAll(each.operations()));
        return operations;
    }

    Draft draft(DeclaredSchema declared) {
        History history = load();
        Diff diff = diff(history, declared);
        assertThat(diff.findings()).noneMatch(Finding::isError);
        return draft(history, diff, diff.operations());
    }

    static Draft draft(History history, Diff diff, List<Operation> operations) {
        assertThat(Proof.refute(history.baseline().schema(), operations, diff.target()))
                .isEmpty();
        ClassOutput.Known known = new ClassOutput.Known(new TreeMap<>(), new TreeSet<>());
        return new Draft(false, List.of(), operations, diff.consents(), diff.mapping(), known, history.isEmpty());
    }

    /** Saves a draft; false if there is nothing in it. */
    boolean save(Draft draft, String name) {
        History history = load();
        if (!draft.operations().isEmpty()) {
            written(HistoryStore.save(dir, history, name, draft.operations(), draft.consents(), draft.mapping(), NOW));
            return true;
        }
        if (!history.isEmpty()) {
            written(HistoryStore.saveMapping(dir, history, draft.mapping()));
        }
        return false;
    }

    void rewrite(History history, Draft draft, Rewrite rewrite) {
        assertThat(rewrite.refute(history, draft)).isEmpty();
        written(HistoryRewrite.replace(
                dir,
                history,
                rewrite.kept(),
                rewrite.id(),
                rewrite.operations(),
                rewrite.consents(),
                rewrite.mapping(),
                NOW));
    }

    static History written(HistoryResult result) {
        assertThat(result.findings()).noneMatch(Finding::isError);
        return result.history().orElseThrow();
    }

    /** It is sound, and says what the entities say. */
    void check(DeclaredSchema declared) {
        History history = load();
        Optional<Replaced> root = history.root().map(Checkpoint::last);
        int number =
                root.map(each -> Integer.parseInt(each.id().substring(0, 4))).orElse(0);
        String parent = root.map(Replaced::fingerprint).orElse(Fingerprint.NONE);
        for (SavedMigration each : history.migrations()) {
            assertThat(each.id()).startsWith("%04d_".formatted(++number));
            assertThat(each.parentFingerprint()).isEqualTo(parent);
            parent = Fingerprint.of(parent, each.operations());
            assertThat(each.fingerprint()).isEqualTo(parent);
        }
        assertThat(SchemaReplay.replay(Schema.EMPTY, operations(history)))
                .isEqualTo(history.baseline().schema());
        assertThat(draft(declared).operations()).isEmpty();
    }
}
