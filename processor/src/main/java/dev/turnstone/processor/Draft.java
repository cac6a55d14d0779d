package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.SchemaAssembler;
import dev.turnstone.processor.diff.Diff;
import dev.turnstone.processor.diff.MigrationName;
import dev.turnstone.processor.diff.SchemaDiffer;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.jpa.JpaAssembler;
import dev.turnstone.processor.lint.Lint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The difference between the entities and the snapshot, with all that is to be said about it.
 *
 * @param incomplete whether an entity mentions a type that the compiler does not know (yet), so that the rest says nothing
 * @param findings everything found; the rest is of use only if there is no error among them
 * @param operations what changed
 * @param consents what the source agreed to for the change
 * @param mapping the classes and fields now
 * @param known what the next compilation into the same output is to know
 * @param first whether there is no saved migration yet
 */
record Draft(
        boolean incomplete,
        List<Finding> findings,
        List<Operation> operations,
        List<Consent> consents,
        Mapping mapping,
        ClassOutput.Known known,
        boolean first) {

    private static final int LISTED = 20;

    /**
     * Reads, assembles, compares, checks and proves.
     *
     * @param env the compilation
     * @param collector the names of the entities
     * @param ground what the compilation stands on
     * @param steps its data migrations and steps of SQL
     * @return the draft
     */
    static Draft of(ProcessingEnvironment env, Collector collector, Ground ground, Steps steps) {
        Reading reading = Reading.of(env, collector, ground);
        ClassOutput.Known known = new ClassOutput.Known(new TreeMap<>(), steps.holders());
        reading.own().stream()
                .filter(entity -> reading.isToBeKnown(entity.className()))
                .forEach(entity -> known.entities().put(entity.className(), entity.notNullPaths()));
        boolean incomplete = reading.incomplete() || steps.incomplete();
        boolean first = ground.history().isEmpty();
        List<Finding> findings = new ArrayList<>(reading.findings());
        SchemaAssembler.Assembly assembly = SchemaAssembler.assemble(
                reading.own(),
                reading.external(),
                reading.packageDrops(),
                ground.options().naming());
        if (!reading.jpa().isEmpty()) {
            assembly = assembly.and(JpaAssembler.assemble(
                    reading.jpa().model(),
                    JpaChoice.settings(env.getElementUtils(), ground.options()),
                    reading.jpa().hints().rows()));
            reading.jpa().names().stream()
                    .filter(reading::isToBeKnown)
                    .forEach(name -> known.entities().put(name, Set.of()));
            findings.addAll(ground.options().lint().weigh(ground.named().files().findings()));
            findings.addAll(ground.options().lint().weigh(ground.named().unlisted(env.getElementUtils(), collector)));
        }
        findings.addAll(ground.options().lint().weigh(assembly.findings()));
        if (incomplete || findings.stream().anyMatch(Finding::isError)) {
            findings.addAll(steps.findings());
            return new Draft(incomplete, findings, List.of(), List.of(), Mapping.EMPTY, known, first);
        }
        findings.addAll(ground.options().lint().weigh(steps.findings()));
        Baseline baseline = Rewrite.baseline(ground.history(), ground.options().command());
        DeclaredSchema declared = assembly.schema().withSteps(steps.pending());
        Diff diff = SchemaDiffer.diff(baseline, declared);
        findings.addAll(ground.options().lint().weigh(diff.findings()));
        Lint.Result lint = DraftLint.of(ground, declared, diff, reading.accepts());
        findings.addAll(lint.findings());
        if (findings.stream().noneMatch(Finding::isError)) {
            Proof.refute(baseline.schema(), diff.operations(), diff.target()).ifPresent(findings::add);
        }
        if (ground.options().check() && !diff.operations().isEmpty()) {
            findings.add(unsaved(diff.operations(), first, Severity.ERROR));
        }
        List<Consent> consents = Stream.concat(diff.consents().stream(), lint.consents().stream())
                .toList();
        return new Draft(false, findings, diff.operations(), consents, diff.mapping(), known, first);
    }

    /**
     * A name made from what changed.
     *
     * @return such as {@code add_author_email}
     */
    String derivedName() {
        return MigrationName.of(operations, first);
    }

    /**
     * Says that changes are not saved.
     *
     * @param operations the changes
     * @param first whether there is no saved migration yet
     * @param severity how much that weighs
     * @return a finding that lists them, with the command that saves them
     */
    static Finding unsaved(List<Operation> operations, boolean first, Severity severity) {
        StringBuilder text = new StringBuilder("The entities have " + operations.size()
                + (operations.size() == 1 ? " change" : " changes") + " that no saved migration makes:");
        operations.stream().limit(LISTED).forEach(each -> text.append("\n    ").append(OperationSummary.of(each)));
        if (operations.size() > LISTED) {
            text.append("\n    ... and ").append(operations.size() - LISTED).append(" more");
        }
        String name = MigrationName.of(operations, first);
        String fix = "save them once they are as you want them: compile with -Aturnstone.save=" + name
                + "\n(Maven, set up as in README: mvn clean compile -Dturnstone.save=" + name + ")";
        return new Finding(Tag.UNSAVED, severity, SourceRef.NONE, text.toString(), fix);
    }
}
