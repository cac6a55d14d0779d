package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.codec.OperationSummary;
import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.declared.DeclaredEntity;
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
import dev.turnstone.processor.lint.LintChecks;
import dev.turnstone.processor.lint.LintContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The difference between the entities and the snapshot, with all that is to be said about it.
 *
 * @param incomplete whether an entity mentions a type that the compiler does not know (yet), so that the rest says nothing
 * @param findings everything found; the rest is of use only if there is no error among them
 * @param operations what changed
 * @param consents what the source agreed to for the change
 * @param mapping the classes and fields now
 * @param entities the entities of this compilation, with the fields that JSpecify made NOT NULL
 * @param first whether there is no saved migration yet
 */
record Draft(
        boolean incomplete,
        List<Finding> findings,
        List<Operation> operations,
        List<Consent> consents,
        Mapping mapping,
        SortedMap<String, Set<String>> entities,
        boolean first) {

    private static final int LISTED = 20;

    /**
     * Reads, assembles, compares, checks and proves.
     *
     * @param env the compilation
     * @param collector the names of the entities
     * @param ground what the compilation stands on
     * @return the draft
     */
    static Draft of(ProcessingEnvironment env, Collector collector, Ground ground) {
        Reading reading = Reading.of(env, collector, ground);
        SortedMap<String, Set<String>> entities = new TreeMap<>(reading.own().stream()
                .collect(Collectors.toMap(DeclaredEntity::className, DeclaredEntity::notNullPaths)));
        boolean first = ground.history().migrations().isEmpty();
        List<Finding> findings = new ArrayList<>(reading.findings());
        SchemaAssembler.Assembly assembly = SchemaAssembler.assemble(
                reading.own(),
                reading.external(),
                reading.packageDrops(),
                ground.options().naming());
        if (!reading.jpa().isEmpty()) {
            assembly = assembly.and(JpaAssembler.assemble(
                    reading.jpa().model(), JpaChoice.settings(env.getElementUtils(), ground.options())));
            reading.jpa().names().forEach(name -> entities.put(name, Set.of()));
        }
        findings.addAll(assembly.findings());
        if (reading.incomplete() || findings.stream().anyMatch(Finding::isError)) {
            return new Draft(reading.incomplete(), findings, List.of(), List.of(), Mapping.EMPTY, entities, first);
        }
        Baseline baseline = ground.history().baseline();
        Diff diff = SchemaDiffer.diff(baseline, assembly.schema());
        findings.addAll(diff.findings());
        findings.addAll(lint(ground, assembly.schema(), diff));
        if (findings.stream().noneMatch(Finding::isError)) {
            Proof.refute(baseline.schema(), diff.operations(), diff.target()).ifPresent(findings::add);
        }
        if (ground.options().check() && !diff.operations().isEmpty()) {
            findings.add(unsaved(diff.operations(), first, Severity.ERROR));
        }
        return new Draft(false, findings, diff.operations(), List.of(), diff.mapping(), entities, first);
    }

    private static List<Finding> lint(Ground ground, DeclaredSchema declared, Diff diff) {
        LintContext context = new LintContext(
                ground.history().baseline(),
                diff.operations(),
                diff.target(),
                declared,
                ground.options().targets());
        return LintChecks.all().stream()
                .flatMap(check -> check.check(context).stream())
                .toList();
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
     * Says that the changes are not saved.
     *
     * @return a note that lists them, with the command that saves them
     */
    Finding unsaved() {
        return unsaved(operations, first, Tag.UNSAVED.severity());
    }

    private static Finding unsaved(List<Operation> operations, boolean first, Severity severity) {
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
