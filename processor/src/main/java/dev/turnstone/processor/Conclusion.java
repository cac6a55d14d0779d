package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Mapping;
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
    private final ObsoleteSteps obsolete;
    private final Emission emission;
    private final List<Finding> findings;

    private Conclusion(Ground ground, Draft draft, ObsoleteSteps obsolete, Emission emission) {
        this.obsolete = obsolete;
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
     * @param obsolete tells which steps a checkpoint may leave out
     * @param emission where to write sources
     * @return all findings, to report
     */
    static List<Finding> conclude(Ground ground, Draft draft, ObsoleteSteps obsolete, Emission emission) {
        Conclusion conclusion = new Conclusion(ground, draft, obsolete, emission);
        if (ground.options().command() instanceof Command.Save save) {
            conclusion.save(save.name());
        } else if (ground.options().command() instanceof Command.Squash squash) {
            conclusion.squash(squash.id());
        } else if (ground.options().command() instanceof Command.Rebase
                || ground.options().command() instanceof Command.Prune) {
            conclusion.rewrite(ground.options().command());
        } else {
            conclusion.keepDraft(ground.history());
        }
        ground.output().write(draft.entities());
        return conclusion.findings;
    }

    private void keepDraft(History history) {
        List<Operation> operations = draft.operations();
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
        if (operations.isEmpty() && (sameMapping || history.isEmpty())) {
            findings.add(nothing("The entities are as " + newest(history) + " left them, so nothing was saved."));
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
        return history.isEmpty() ? "an empty history" : history.headId();
    }

    /** Writes the history that the command made when it was loaded. */
    private void rewrite(Command command) {
        History history = ground.history().named(ground.setName(), ground.packageName());
        if (ground.folder().isEmpty() || history.isEmpty()) {
            findings.add(nothing("There is no saved migration."));
            emission.emitSet(history, Optional.empty());
            return;
        }
        if (command instanceof Command.Prune && history.checkpoint().isEmpty()) {
            findings.add(Finding.of(
                    Tag.OPTION,
                    SourceRef.NONE,
                    "There is no checkpoint, so nothing can be pruned: only what a checkpoint replaces may go.",
                    "Make one first: -Aturnstone.squash=" + history.headId()));
            return;
        }
        Path folder = ground.folder().get();
        Mapping mapping = draft.operations().isEmpty()
                ? draft.mapping()
                : history.baseline().mapping();
        HistoryResult result = HistoryStore.rewrite(folder, history, Ground.loading(command), mapping);
        findings.addAll(result.findings());
        if (result.history().isEmpty()) {
            return;
        }
        String text = command instanceof Command.Prune
                ? "The history in " + folder + " begins with "
                        + history.checkpoint().get().id() + " now; what it replaces was deleted."
                : "The history in " + folder + " is one line now, and its newest migration is " + history.headId()
                        + ".";
        findings.add(Finding.of(Tag.SAVED, SourceRef.NONE, text, "Commit the folder, with the files that went."));
        keepDraft(result.history().get());
    }

    private static Finding nothing(String text) {
        return Finding.of(Tag.NOTHING_TO_SAVE, SourceRef.NONE, text, "");
    }

    private void squash(String id) {
        History history = ground.history();
        Squashing squashing = Squashing.of(history, id, obsolete);
        findings.addAll(squashing.findings());
        if (squashing.operations().isEmpty()) {
            if (squashing.findings().stream().noneMatch(Finding::isError)) {
                keepDraft(history);
            }
            return;
        }
        HistoryResult result = HistoryStore.squash(
                ground.folder().orElseThrow(),
                history,
                id,
                squashing.operations(),
                squashing.consents(),
                Instant.now());
        findings.addAll(result.findings());
        if (result.history().isPresent()) {
            History squashed = result.history().get();
            findings.add(Finding.of(
                    Tag.SAVED,
                    SourceRef.NONE,
                    "Saved " + squashed.checkpoint().orElseThrow().id()
                            + ", with which new databases begin from now on.",
                    "Commit it. The old migrations stay for databases that have some of them; once none is left, delete"
                            + " them with -Aturnstone.prune"));
            keepDraft(squashed);
        }
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
