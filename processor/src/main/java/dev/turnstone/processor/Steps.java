package dev.turnstone.processor;

import dev.turnstone.operation.RunData;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.history.SavedSteps;
import dev.turnstone.processor.read.DataStepReader;
import dev.turnstone.processor.read.SqlStepReader;
import dev.turnstone.processor.read.StepResult;
import dev.turnstone.processor.read.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * The data migrations and steps of SQL of a compilation, read: those of its sources, those that earlier compilations knew, and
 * the classes that saved migrations run.
 */
final class Steps {

    private final DataStepReader dataReader;
    private final SqlStepReader sqlReader;
    private final SavedSteps saved;
    private final List<DeclaredStep> declared = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> holders = new TreeSet<>();
    private boolean incomplete;

    private Steps(ProcessingEnvironment env, Ground ground) {
        dataReader = new DataStepReader(env.getTypeUtils(), env.getElementUtils());
        sqlReader = new SqlStepReader(ground.dialects());
        saved = new SavedSteps(ground.history());
    }

    /**
     * Reads all steps.
     *
     * @param env the compilation
     * @param collector the names of what has steps
     * @param ground what the compilation stands on
     * @return what was read
     */
    static Steps of(ProcessingEnvironment env, Collector collector, Ground ground) {
        Steps steps = new Steps(env, ground);
        Set<String> names = new TreeSet<>(collector.steps());
        names.addAll(steps.saved.classes());
        names.forEach(name -> collector.findHolder(name).ifPresent(element -> steps.read(name, element)));
        if (!steps.incomplete) {
            steps.findings.addAll(steps.saved.check(steps.declared));
        }
        return steps;
    }

    private void read(String name, Element element) {
        if (Vocabulary.hasSteps(element)) {
            holders.add(name);
        }
        if (element instanceof TypeElement type
                && (Vocabulary.isDataMigration(type) || saved.classes().contains(name))) {
            take(dataReader.read(type));
        }
        take(sqlReader.read(element));
    }

    private void take(StepResult result) {
        declared.addAll(result.steps());
        findings.addAll(result.findings());
        incomplete |= result.unresolved();
    }

    /** The steps that no saved migration has. */
    List<DeclaredStep> pending() {
        return saved.pending(declared);
    }

    /** The data migrations whose classes are there. */
    List<DeclaredStep> data() {
        return declared.stream()
                .filter(step -> step.operation() instanceof RunData)
                .toList();
    }

    /** The classes of all data migrations by binary name, also of those that are still to be generated. */
    Set<String> classes() {
        Set<String> classes = new TreeSet<>(saved.classes());
        data().forEach(step -> classes.add(step.name()));
        return classes;
    }

    /** What has steps, by the names that {@link Collector#steps} has. */
    Set<String> holders() {
        return holders;
    }

    List<Finding> findings() {
        return findings;
    }

    /** Whether a step mentions something that the compiler does not know (yet). */
    boolean incomplete() {
        return incomplete;
    }
}
