package dev.turnstone.processor.history;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Severity;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Suggestion;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The data migrations and steps of SQL of the saved migrations, against those of the source. */
public final class SavedSteps {

    private record Saved(String migration, Operation operation) {}

    private final Map<String, Saved> data = new TreeMap<>();
    private final Map<String, Saved> sql = new TreeMap<>();
    private final Map<String, String> retired = new TreeMap<>();

    /**
     * Collects the steps of a history, and those that the checkpoint with which it begins left out.
     *
     * @param history the saved migrations
     */
    public SavedSteps(History history) {
        history.root().ifPresent(root -> {
            collect(root.id(), root.operations());
            root.consents().forEach(leftOut -> retired.put(leftOut.subject(), root.id()));
        });
        history.migrations().forEach(migration -> collect(migration.id(), migration.operations()));
    }

    private void collect(String migration, List<Operation> operations) {
        for (Operation operation : operations) {
            if (operation instanceof RunData step) {
                data.put(step.step(), new Saved(migration, step));
            } else if (operation instanceof RunSql step) {
                sql.put(step.name(), new Saved(migration, step));
            }
        }
    }

    /**
     * The classes that saved migrations run.
     *
     * @return binary names, sorted
     */
    public Set<String> classes() {
        return data.keySet();
    }

    /**
     * The steps of the source that no saved migration has, nor ever had.
     *
     * @param declared all steps of the source
     * @return those of the draft
     */
    public List<DeclaredStep> pending(List<DeclaredStep> declared) {
        return declared.stream().filter(this::isNew).toList();
    }

    private boolean isNew(DeclaredStep step) {
        return saved(step).isEmpty() && !retired.containsKey(step.name());
    }

    private Optional<Saved> saved(DeclaredStep step) {
        Map<String, Saved> saved = step.operation() instanceof RunData ? data : sql;
        return Optional.ofNullable(saved.get(step.name()));
    }

    /**
     * Finds what does not fit the saved migrations, and what is there twice.
     *
     * @param declared all steps of the source, the classes of saved data migrations among them
     * @return what there is to say
     */
    public List<Finding> check(List<DeclaredStep> declared) {
        List<Finding> findings = new ArrayList<>();
        Set<String> sqlNames = new HashSet<>();
        Set<String> missing = new HashSet<>(data.keySet());
        for (DeclaredStep step : declared) {
            if (step.operation() instanceof RunSql && !sqlNames.add(step.name())) {
                findings.add(twice(step));
            }
            Optional<Saved> saved = saved(step);
            if (saved.isEmpty() && retired.containsKey(step.name())) {
                findings.add(done(step));
            } else if (saved.isEmpty()) {
                noDown(step).ifPresent(findings::add);
            } else if (!saved.get().operation().equals(step.operation())) {
                findings.add(
                        step.operation() instanceof RunData data
                                ? changed(data, step, saved.get())
                                : changed(step, saved.get()));
            }
            if (step.operation() instanceof RunData) {
                missing.remove(step.name());
            }
        }
        missing.stream().sorted().forEach(name -> findings.add(missing(name, pending(declared))));
        return findings;
    }

    private Finding missing(String name, List<DeclaredStep> pending) {
        List<String> candidates = pending.stream()
                .filter(step -> step.operation() instanceof RunData)
                .map(DeclaredStep::name)
                .toList();
        String simple = simpleName(name);
        String renamed = candidates.stream()
                .filter(each -> simpleName(each).equals(simple))
                .findFirst()
                .or(() -> Suggestion.nearest(name, candidates))
                .or(() -> candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty())
                .map(each -> "\nIf " + Shown.text(each) + " is that class under another name, give it the old one back:"
                        + " under the new one it would run a second time.")
                .orElse("");
        return Finding.of(
                Tag.DATA_MISSING,
                SourceRef.NONE,
                "The saved migration " + data.get(name).migration() + " runs the data migration " + Shown.text(name)
                        + ", but there is no such class. A database that does not have that migration yet could not be"
                        + " migrated.",
                "Bring the class back, such as from version control: a saved migration calls it by its name."
                        + renamed);
    }

    private static String simpleName(String name) {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    private Finding done(DeclaredStep step) {
        String what = step.operation() instanceof RunData ? "data migration " : "SQL step ";
        return Finding.of(
                Tag.HINT_DONE,
                step.place(),
                "The " + what + step.name() + " never runs again: " + retired.get(step.name())
                        + " left it out, and the migration that had it was pruned.",
                "Delete it from the source; a new one needs another name.");
    }

    private static Finding changed(RunData now, DeclaredStep step, Saved saved) {
        return now.reversible()
                ? new Finding(
                        Tag.DATA_CHANGED,
                        Severity.NOTE,
                        step.place(),
                        "The data migration " + simpleName(now.step())
                                + " has a down that never runs: it had none when " + saved.migration() + " was saved.",
                        "Remove it, or write a data migration with another name.")
                : Finding.of(
                        Tag.DATA_CHANGED,
                        step.place(),
                        "The data migration " + simpleName(now.step()) + " has no down any more, but "
                                + saved.migration()
                                + " was saved with one: to take that migration back would leave the rows as they are.",
                        "public void down(DataContext context) throws SQLException { ... }");
    }

    private static Finding changed(DeclaredStep step, Saved saved) {
        return Finding.of(
                Tag.SQL_STEP_CHANGED,
                step.place(),
                "The SQL step " + step.name() + " is not what " + saved.migration()
                        + " has under that name. Saved migrations do not change, so databases would never get this text.",
                "Give the new text a name of its own, such as name = " + '"' + nextName(step.name())
                        + "\"\nThe old text may stay beside it, or go.");
    }

    private static String nextName(String name) {
        return Shown.text(name).replace("\"", "") + "_2";
    }

    private static Finding twice(DeclaredStep step) {
        return Finding.of(
                Tag.DUPLICATE_NAME,
                step.place(),
                "There are two SQL steps of the name " + step.name() + ".",
                "name = \"" + nextName(step.name()) + "\"");
    }

    private static Optional<Finding> noDown(DeclaredStep step) {
        boolean lacks = step.operation() instanceof RunSql run
                && run.texts().stream()
                        .anyMatch(text -> text.down().isEmpty() && !text.up().isEmpty());
        return lacks
                ? Optional.of(Finding.of(
                        Tag.NO_DOWN,
                        step.place(),
                        "The SQL step " + step.name()
                                + " says nothing about the way back: when its migration is taken back,"
                                + " what it did stays.",
                        "down = \"DROP VIEW ...\", for each text"))
                : Optional.empty();
    }
}
