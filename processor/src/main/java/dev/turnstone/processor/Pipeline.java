package dev.turnstone.processor;

import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.emit.StepTables;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.FindingPrinter;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.history.History;
import dev.turnstone.processor.history.HistoryStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/**
 * The stages of a compilation, in order: collect, load, read, assemble, diff, lint, prove, report, save, emit.
 *
 * <p>The first round writes one source file. That makes the compiler run another one, and everything else waits for it: by
 * then other processors have delivered the types that entities mention, and the entities that they generate. Where there is
 * no other processor, nothing waits. A round that finds an error waits for the next, which may bring what is missing; the
 * last round reports.
 */
final class Pipeline {

    private enum State {
        WAITING_FOR_ENTITIES,
        WAITING_FOR_TYPES,
        FINISHED
    }

    private final ProcessingEnvironment env;
    private final Collector collector;
    private final FindingPrinter printer;
    private final StepConstants constants;
    private State state = State.WAITING_FOR_ENTITIES;
    private Ground ground;

    Pipeline(ProcessingEnvironment env) {
        this.env = env;
        this.collector = new Collector(env.getElementUtils());
        this.printer = new FindingPrinter(env.getMessager(), element -> SourceFiles.isSource(env, collector, element));
        this.constants = new StepConstants(new StepWords(env, collector));
    }

    /**
     * Takes part in a round.
     *
     * @param round what the compiler brings
     */
    void round(RoundEnvironment round) {
        Set<String> known = new TreeSet<>(collector.entities());
        boolean news = collector.add(round);
        switch (state) {
            case WAITING_FOR_ENTITIES -> {
                boolean any = !collector.isEmpty() || ProcessorOptions.namesEntities(env.getOptions());
                if (any && !round.processingOver()) {
                    begin();
                }
            }
            case WAITING_FOR_TYPES -> proceed(round.processingOver());
            case FINISHED -> {
                if (news) {
                    Set<String> late = new TreeSet<>(collector.entities());
                    late.removeAll(known);
                    printer.print(List.of(tooLate(late)));
                }
            }
        }
    }

    private void begin() {
        Dialects dialects = Dialects.load(Pipeline.class.getClassLoader());
        ProcessorOptions.Parsed parsed = ProcessorOptions.parse(env.getOptions(), dialects);
        List<Finding> findings = new ArrayList<>(parsed.findings());
        ground = Ground.find(env, collector, parsed.options(), dialects.names(), findings);
        Steps steps = Steps.of(env, collector, ground);
        Emission emission = new Emission(env, ground, collector, steps);
        emission.emitConstants(constants.saved(ground.history(), steps.data()));
        if (failed(findings)) {
            findings.addAll(emitSalvaged(emission, steps.data()));
            finish(findings);
        } else if (!collector.entities().isEmpty()
                || !collector.steps().isEmpty()
                || !ground.named().names().isEmpty()) {
            printer.print(findings);
            emission.emitFirst();
            state = State.WAITING_FOR_TYPES;
            if (isAllThere()) {
                proceed(false);
            }
        }
    }

    /** Whether a round later would bring nothing: each round costs the compiler as much as reading all sources again. */
    private boolean isAllThere() {
        return collector.steps().isEmpty()
                && ground.named().names().isEmpty()
                && ProcessorPath.isAlone(Pipeline.class.getClassLoader());
    }

    /** Beside an error in the committed files, the compiler should not complain that constants are missing. */
    private List<Finding> emitSalvaged(Emission emission, List<DeclaredStep> data) {
        History history = ground.history().isEmpty()
                ? ground.folder().map(HistoryStore::salvage).orElse(History.EMPTY)
                : ground.history();
        if (data.isEmpty()) {
            return List.of();
        }
        if (history.isEmpty()) {
            return List.of(new Finding(
                    Tag.HISTORY_FILE,
                    Severity.NOTE,
                    SourceRef.NONE,
                    "Without the history there are no constants for data migrations: what the compiler says of "
                            + StepTables.className(data.get(0).name()) + " and the like follows from that.",
                    ""));
        }
        emission.emitConstants(constants.saved(history, data));
        emission.emitConstants(constants.pending(history.baseline().schema(), List.of(), data));
        return List.of();
    }

    private void proceed(boolean lastRound) {
        Steps steps = Steps.of(env, collector, ground);
        Draft draft = Draft.of(env, collector, ground, steps);
        boolean clean = !draft.incomplete() && !failed(draft.findings());
        if (!draft.incomplete() && !lastRound) {
            Emission emission = new Emission(env, ground, collector, steps);
            emission.emitConstants(constants.saved(ground.history(), steps.data()));
            emission.emitConstants(
                    constants.pending(ground.history().baseline().schema(), draft.operations(), steps.data()));
            if (clean) {
                ObsoleteSteps obsolete = new ObsoleteSteps(
                        env.getElementUtils(), draft.known().entities().keySet());
                finish(Conclusion.conclude(ground, draft, obsolete, emission));
            }
        } else if (lastRound) {
            // A type that is still missing is the compiler's own error, and what follows from it would be noise.
            finish(draft.incomplete() ? List.of() : draft.findings());
        }
    }

    private void finish(List<Finding> findings) {
        printer.print(findings);
        state = State.FINISHED;
    }

    private static boolean failed(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }

    private static Finding tooLate(Set<String> entities) {
        return Finding.of(
                Tag.UNSUPPORTED_ENTITY,
                SourceRef.NONE,
                "Another processor generated an entity, a converter or a data migration after the migrations were written, so none of"
                        + " them has it.",
                entities.isEmpty()
                        ? "Let that processor generate it in the first round, or write it by hand."
                        : "So that they are waited for, name them beside what the option names already: -Aturnstone.entities="
                                + String.join(",", entities));
    }
}
