package dev.turnstone.processor;

import dev.turnstone.migration.MigrationSet;
import dev.turnstone.operation.SchemaHistory;
import dev.turnstone.processor.emit.EmittedCheckpoint;
import dev.turnstone.processor.emit.EmittedMigration;
import dev.turnstone.processor.emit.EmittedSet;
import dev.turnstone.processor.emit.MigrationEmitter;
import dev.turnstone.processor.emit.StepTables;
import dev.turnstone.processor.history.Checkpoint;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.SavedMigration;
import dev.turnstone.processor.page.HistoryPage;
import dev.turnstone.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;

/** Hands finished values to the emitter: one source file early, the others at the end. */
final class Emission {

    private final Ground ground;
    private final MigrationEmitter emitter;

    Emission(ProcessingEnvironment env, Ground ground, Collector collector, Steps steps) {
        this.ground = ground;
        Map<String, String> stepClasses = new HashMap<>();
        for (String name : steps.classes()) {
            String source = collector
                    .find(name)
                    .map(type -> type.getQualifiedName().toString())
                    .orElseGet(() -> name.replace('$', '.'));
            // The name comes from a file, and becomes code.
            if (SourceVersion.isName(source)) {
                stepClasses.put(name, source);
            }
        }
        this.emitter = new MigrationEmitter(env.getFiler(), ground.options().targets(), collector.types(), stepClasses);
    }

    /**
     * Writes the constants of data migrations.
     *
     * @param constants one for each of them
     */
    void emitConstants(List<StepTables> constants) {
        try {
            for (StepTables each : constants) {
                emitter.emitTables(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes one source file that depends on the committed files alone, so that the compiler runs another round: only then
     * have other processors delivered what entities mention. The rest waits, because javac reads all again in each round.
     */
    void emitFirst() {
        List<EmittedMigration> saved = saved(ground.history());
        if (saved.isEmpty()) {
            checkpoint(ground.history()).ifPresent(each -> saved.add(each.migration()));
        }
        try {
            if (early().isEmpty()) {
                emitter.emitPackage(ground.packageName());
            } else {
                emitter.emitMigrations(ground.packageName(), saved.subList(saved.size() - 1, saved.size()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The id of the migration that the first round writes; empty if there is none that stays as it is. */
    private String early() {
        Command command = ground.options().command();
        boolean stays = command instanceof Command.None || command instanceof Command.Save;
        return stays ? newest(ground.history()) : "";
    }

    /**
     * Writes the set and all migrations that were not written yet.
     *
     * @param history the saved migrations, the one of this compilation among them if it was saved
     * @param draft the migration of this compilation if it was not saved
     */
    void emitSet(History history, Optional<EmittedMigration> draft) {
        List<EmittedMigration> migrations = saved(history);
        draft.ifPresent(migrations::add);
        EmittedSet set = new EmittedSet(
                ground.setName(),
                ground.packageName(),
                ToolVersion.get(),
                history.headFingerprint(),
                migrations,
                draft.isPresent(),
                checkpoint(history));
        List<List<EmittedMigration>> files = new ArrayList<>(set.files());
        set.checkpoint().ifPresent(each -> files.add(List.of(each.migration())));
        try {
            for (List<EmittedMigration> file : files) {
                if (!file.get(0).id().equals(early())) {
                    emitter.emitMigrations(ground.packageName(), file);
                }
            }
            emitter.emitSet(set);
            if (!history.isEmpty()) {
                emitter.emitPage("turnstone-history.md", HistoryPage.of(history));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String newest(History history) {
        return history.migrations().isEmpty()
                ? history.checkpoint().map(Checkpoint::id).orElse("")
                : history.headId();
    }

    private static Optional<EmittedCheckpoint> checkpoint(History history) {
        return history.checkpoint().map(checkpoint -> {
            List<MigrationSet.Entry> pruned = history.root().map(Checkpoint::replaces).orElse(List.of()).stream()
                    .map(each -> new MigrationSet.Entry(each.id(), each.fingerprint()))
                    .toList();
            EmittedMigration migration = new EmittedMigration(
                    checkpoint.id(),
                    checkpoint.fingerprint(),
                    checkpoint.operations(),
                    checkpoint.consents(),
                    () -> Schema.EMPTY);
            return new EmittedCheckpoint(migration, checkpoint.replaces().size(), pruned);
        });
    }

    private static List<EmittedMigration> saved(History history) {
        List<SavedMigration> saved = history.migrations();
        SchemaHistory schemas = history.schemas();
        List<EmittedMigration> migrations = new ArrayList<>();
        for (int i = 0; i < saved.size(); i++) {
            int position = i + 1;
            SavedMigration each = saved.get(i);
            migrations.add(new EmittedMigration(
                    each.id(), each.fingerprint(), each.operations(), each.consents(), () -> schemas.before(position)));
        }
        return migrations;
    }
}
