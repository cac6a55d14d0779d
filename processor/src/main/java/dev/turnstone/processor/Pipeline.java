package dev.turnstone.processor;

import dev.turnstone.dialect.Dialects;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.FindingPrinter;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;

/**
 * The stages of a compilation, in order: collect, load, read, assemble, diff, lint, prove, report, save, emit.
 *
 * <p>The first round writes one source file. That makes the compiler run another one, and everything else waits for it: by
 * then other processors have delivered the types that entities mention, and the entities that they generate. A round that finds an error waits for the next, which may
 * bring what is missing; the last round reports.
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
    private State state = State.WAITING_FOR_ENTITIES;
    private Ground ground;

    Pipeline(ProcessingEnvironment env) {
        this.env = env;
        this.collector = new Collector(env.getElementUtils());
        this.printer = new FindingPrinter(env.getMessager());
    }

    /**
     * Takes part in a round.
     *
     * @param round what the compiler brings
     */
    void round(RoundEnvironment round) {
        boolean newEntities = collector.add(round);
        switch (state) {
            case WAITING_FOR_ENTITIES -> {
                if (!collector.isEmpty() && !round.processingOver()) {
                    begin();
                }
            }
            case WAITING_FOR_TYPES -> proceed(round.processingOver());
            case FINISHED -> {
                if (newEntities) {
                    printer.print(List.of(tooLate()));
                }
            }
        }
    }

    private void begin() {
        ProcessorOptions.Parsed parsed =
                ProcessorOptions.parse(env.getOptions(), Dialects.load(Pipeline.class.getClassLoader()));
        List<Finding> findings = new ArrayList<>(parsed.findings());
        ground = Ground.find(env, collector, parsed.options(), findings);
        if (failed(findings)) {
            finish(findings);
        } else if (!collector.entities().isEmpty()) {
            printer.print(findings);
            emission().emitFirst();
            state = State.WAITING_FOR_TYPES;
        }
    }

    private void proceed(boolean lastRound) {
        Draft draft = Draft.of(env, collector, ground);
        boolean clean = !draft.incomplete() && !failed(draft.findings());
        if (clean && !lastRound) {
            ObsoleteSteps obsolete = new ObsoleteSteps(env.getElementUtils(), draft.entities().keySet().stream());
            finish(Conclusion.conclude(ground, draft, obsolete, emission()));
        } else if (lastRound) {
            // A type that is still missing is the compiler's own error, and what follows from it would be noise.
            finish(draft.incomplete() ? List.of() : draft.findings());
        }
    }

    private Emission emission() {
        return new Emission(env, ground, collector.types());
    }

    private void finish(List<Finding> findings) {
        printer.print(findings);
        state = State.FINISHED;
    }

    private static boolean failed(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isError);
    }

    private static Finding tooLate() {
        return Finding.of(
                Tag.UNSUPPORTED_ENTITY,
                SourceRef.NONE,
                "Another processor generated an entity after the migrations were written, so no migration has it.",
                "Let that processor generate it in the first round, or write the entity by hand.");
    }
}
