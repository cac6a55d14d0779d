package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.Fingerprint;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.diff.MigrationName;
import dev.turnstone.processor.emit.EmittedMigration;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryReshape;
import dev.turnstone.processor.history.HistoryResult;
import dev.turnstone.processor.history.HistoryRewrite;
import dev.turnstone.processor.history.HistoryStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The end of a compilation without errors: changes the committed files if that was asked, and writes the set. */
final class Conclusion {

    private final Ground ground;
    private final Draft draft;
    private final ObsoleteSteps obsolete;
    private final Emission emission;
    private final History history;
    private final List<Finding> findings;

    private Conclusion(Ground ground, Draft draft, ObsoleteSteps obsolete, Emission emission) {
        this.obsolete = obsolete;
        this.ground = ground;
        this.draft = draft;
        this.emission = emission;
        this.history = ground.history().named(ground.setName(), ground.packageName());
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
        Optional<Finding> refused = ground.options().release().flatMap(conclusion::refuseRelease);
        refused.ifPresentOrElse(conclusion.findings::add, conclusion::obey);
        ground.output().write(draft.known());
        return conclusion.findings;
    }

    private void obey() {
        Command command = ground.options().command();
        if (command instanceof Command.Save save) {
            save(save.name());
        } else if (command instanceof Command.Amend amend) {
            amend(amend.tables());
        } else if (command instanceof Command.Rebuild rebuild) {
            rewrite(Rewrite.rebuild(history, draft, rebuild.name()));
        } else if (command instanceof Command.Squash squash) {
            squash(squash.id());
        } else if (command instanceof Command.Rebase || command instanceof Command.Prune) {
            reshape(command);
        } else {
            Optional<History> marked = marked(history);
            marked.ifPresent(each -> emit(each, draft.operations(), draft.consents()));
        }
    }

    private void emit(History saved, List<Operation> operations, List<Consent> consents) {
        if (operations.isEmpty()) {
            emission.emitSet(saved, Optional.empty());
            return;
        }
        boolean first = saved.isEmpty();
        findings.add(Draft.unsaved(operations, first, Tag.UNSAVED.severity()));
        emission.emitSet(
                saved,
                Optional.of(new EmittedMigration(
                        saved.nextId(MigrationName.of(operations, first)),
                        Fingerprint.of(saved.headFingerprint(), operations),
                        operations,
                        consents,
                        saved.baseline()::schema)));
    }

    private void save(String givenName) {
        List<Operation> operations = draft.operations();
        String name = givenName.isEmpty() ? draft.derivedName() : givenName;
        if (operations.isEmpty()) {
            saveMapping("nothing was saved");
            return;
        }
        written(folder -> HistoryStore.save(
                        folder, history, name, operations, draft.consents(), draft.mapping(), Instant.now()))
                .ifPresent(saved -> {
                    findings.add(done("Saved " + saved.headId()));
                    marked(saved).ifPresent(each -> emission.emitSet(each, Optional.empty()));
                });
    }

    /** Without a change of the schema, only names of classes and fields can have changed. */
    private void saveMapping(String nothing) {
        boolean same = draft.mapping().equals(history.baseline().mapping());
        if (history.isEmpty() || (same && history.leftovers().isEmpty())) {
            findings.add(nothing("The entities are as " + (history.isEmpty() ? "an empty history" : history.headId())
                    + " left them, so " + nothing + "."));
            marked(history).ifPresent(each -> emission.emitSet(each, Optional.empty()));
            return;
        }
        written(folder -> HistoryStore.saveMapping(folder, history, draft.mapping()))
                .ifPresent(saved -> {
                    findings.add(done(
                            same
                                    ? "Finished what was interrupted"
                                    : "Only names of classes or fields changed, which no database sees, without a"
                                            + " migration: updated schema.json"));
                    marked(saved).ifPresent(each -> emission.emitSet(each, Optional.empty()));
                });
    }

    private void amend(List<String> tables) {
        if (draft.operations().isEmpty() && tables.isEmpty() && !history.isEmpty()) {
            saveMapping("there is nothing to amend it with");
        } else {
            rewrite(Rewrite.amend(history, draft, tables));
        }
    }

    private void rewrite(Rewrite.Result result) {
        Optional<Finding> wrong =
                result.finding().or(() -> result.rewrite().orElseThrow().refute(history, draft));
        if (wrong.isPresent()) {
            findings.add(wrong.get());
            return;
        }
        Rewrite rewrite = result.rewrite().orElseThrow();
        written(folder -> HistoryRewrite.replace(
                        folder,
                        history,
                        rewrite.kept(),
                        rewrite.id(),
                        rewrite.operations(),
                        rewrite.consents(),
                        rewrite.mapping(),
                        Instant.now()))
                .ifPresent(saved -> {
                    findings.add(done(rewrite.said(history)));
                    emit(saved, rewrite.rest(), rewrite.restConsents());
                });
    }

    private Optional<Finding> refuseRelease(String id) {
        String coming = ground.options().command() instanceof Command.Save save
                        && !draft.operations().isEmpty()
                ? history.nextId(save.name().isEmpty() ? draft.derivedName() : save.name())
                : "";
        return Releases.refuse(history, id, coming);
    }

    private Optional<History> marked(History saved) {
        Optional<String> release = ground.options().release().filter(id -> !id.equals(saved.release()));
        return release.isEmpty()
                ? Optional.of(saved)
                : written(folder -> HistoryStore.saveRelease(folder, saved, release.get()))
                        .map(marked -> {
                            findings.add(done("Marked " + release.get() + " and all before it as released"));
                            return marked;
                        });
    }

    private Optional<History> written(Function<Path, HistoryResult> write) {
        HistoryResult result = ground.folder().map(write).orElseGet(() -> HistoryResult.failed(noFolder()));
        findings.addAll(result.findings());
        return result.history();
    }

    /** Writes the history that the command made when it was loaded. */
    private void reshape(Command command) {
        if (history.isEmpty()) {
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
        Mapping mapping = draft.operations().isEmpty()
                ? draft.mapping()
                : history.baseline().mapping();
        written(folder -> HistoryReshape.rewrite(folder, history, Ground.loading(command), mapping))
                .ifPresent(saved -> {
                    findings.add(done(
                            command instanceof Command.Prune
                                    ? "What "
                                            + history.checkpoint().orElseThrow().id()
                                            + " replaces was deleted: the history begins with it"
                                    : "The migrations are one line now, and " + history.headId() + " is the newest"));
                    emit(saved, draft.operations(), draft.consents());
                });
    }

    private void squash(String id) {
        Squashing squashing = Squashing.of(history, id, obsolete);
        findings.addAll(squashing.findings());
        if (squashing.operations().isEmpty()) {
            if (squashing.findings().stream().noneMatch(Finding::isError)) {
                emit(history, draft.operations(), draft.consents());
            }
            return;
        }
        written(folder -> HistoryReshape.squash(
                        folder, history, id, squashing.operations(), squashing.consents(), Instant.now()))
                .ifPresent(saved -> {
                    findings.add(done("Saved "
                            + saved.checkpoint().orElseThrow().id() + ", with which new databases begin from now on,"));
                    emit(saved, draft.operations(), draft.consents());
                });
    }

    private static Finding nothing(String text) {
        return Finding.of(Tag.NOTHING_TO_SAVE, SourceRef.NONE, text, "");
    }

    private Finding done(String what) {
        return Finding.of(
                Tag.SAVED,
                SourceRef.NONE,
                what + " in " + ground.folder().orElseThrow() + ".",
                "Commit the folder together with the entities.");
    }

    private static Finding noFolder() {
        return Finding.of(
                Tag.DIRECTORY,
                SourceRef.NONE,
                "There is no folder to save in: neither a source file nor the class output tells where the project is.",
                "Name one: -Aturnstone.dir=/path/to/project/src/main/turnstone");
    }
}
