package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.emit.EmittedMigration;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The end of a compilation without errors: saves if that was asked, and writes the set. */
final class Conclusion {

    private final Ground ground;
    private final Draft draft;
    private final Emission emission;
    private final List<Finding> findings;

    private Conclusion(Ground ground, Draft draft, Emission emission) {
        this.ground = ground;
        this.draft = draft;
        this.emission = emission;
        this.findings = new ArrayList<>(draft.findings());
    }

    /**
     * Concludes a compilation.
     *
     * @param ground what it stands on
     * @param draft what it found, without errors
     * @param emission where to write sources
     * @return all findings, to report
     */
    static List<Finding> conclude(Ground ground, Draft draft, Emission emission) {
        Conclusion conclusion = new Conclusion(ground, draft, emission);
        if (ground.options().command() instanceof Command.Save save) {
            conclusion.save(save.name());
        } else {
            conclusion.keepDraft();
        }
        ground.output().write(draft.entities());
        return conclusion.findings;
    }

    private void keepDraft() {
        List<Operation> operations = draft.operations();
        History history = ground.history();
        if (operations.isEmpty()) {
            emission.emitSet(history, Optional.empty());
            return;
        }
        findings.add(draft.unsaved());
        String fingerprint = Fingerprint.of(history.headFingerprint(), operations);
        EmittedMigration migration = new EmittedMigration(
                history.nextId(draft.derivedName()),
                fingerprint,
                operations,
                draft.consents(),
                history.baseline()::schema);
        emission.emitSet(history, Optional.of(migration));
    }

    private void save(String givenName) {
        List<Operation> operations = draft.operations();
        History history = ground.history().named(ground.setName(), ground.packageName());
        boolean sameMapping = draft.mapping().equals(history.baseline().mapping());
        if (operations.isEmpty() && (sameMapping || history.migrations().isEmpty())) {
            findings.add(Finding.of(
                    Tag.NOTHING_TO_SAVE,
                    SourceRef.NONE,
                    "The entities are as " + newest(history) + " left them, so nothing was saved.",
                    ""));
            emission.emitSet(history, Optional.empty());
            return;
        }
        Optional<Path> folder = ground.folder();
        if (folder.isEmpty()) {
            findings.add(noFolder());
            return;
        }
        String name = givenName.isEmpty() ? draft.derivedName() : givenName;
        HistoryResult result = operations.isEmpty()
                ? HistoryStore.saveMapping(folder.get(), history, draft.mapping())
                : HistoryStore.save(
                        folder.get(), history, name, operations, draft.consents(), draft.mapping(), Instant.now());
        findings.addAll(result.findings());
        if (result.history().isEmpty()) {
            return;
        }
        History saved = result.history().get();
        emission.emitSet(saved, Optional.empty());
        findings.add(saved(folder.get(), saved, !operations.isEmpty()));
    }

    private static String newest(History history) {
        return history.migrations().isEmpty() ? "an empty history" : history.headId();
    }

    private static Finding saved(Path folder, History history, boolean migration) {
        String text = migration
                ? "Saved " + history.headId() + " in " + folder + "."
                : "Only names of classes or fields changed, which no database sees: updated schema.json in " + folder
                        + ", without a migration.";
        return Finding.of(Tag.SAVED, SourceRef.NONE, text, "Commit the folder together with the entities.");
    }

    private static Finding noFolder() {
        return Finding.of(
                Tag.DIRECTORY,
                SourceRef.NONE,
                "There is no folder to save in: neither a source file nor the class output tells where the project is.",
                "Name one: -Aturnstone.dir=/path/to/project/src/main/turnstone");
    }
}
