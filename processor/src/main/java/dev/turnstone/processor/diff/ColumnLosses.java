package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.diff.RenameAnswers.Answer;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses to lose columns, until the source says what is meant. */
final class ColumnLosses {

    private static final int SAME_FIELD = 20;
    private static final int MOVED_AT_MOST = 4;

    private final DeclaredSchema declared;
    private final DropHints hints;
    private final List<Table> newTables;
    private final Sources past;
    private final Sources present;
    private final Set<String> open = new HashSet<>();

    ColumnLosses(Baseline baseline, DeclaredSchema declared, DropHints hints, List<Table> newTables) {
        this.declared = declared;
        this.newTables = List.copyOf(newTables);
        this.hints = hints;
        past = new Sources(baseline.mapping());
        present = new Sources(declared.mapping());
    }

    /** The columns that one answer is about: those of a reference or of an embedded object go together. */
    private record Question(List<String> lost, List<Answer> answers) {}

    /** One finding for each question. */
    List<Finding> find(TableMatch match) {
        Table after = match.declared();
        List<Column> lost = sorted(match.vanished().stream()
                .filter(column -> !hints.allowColumn(match, column.name()))
                .toList());
        if (lost.isEmpty()) {
            return List.of();
        }
        RenameAnswers answers = new RenameAnswers(match, declared, past, present);
        List<Finding> findings = new ArrayList<>();
        Map<Answer, Question> questions = new LinkedHashMap<>();
        Candidates.of(lost, sorted(match.added()), (old, added) -> likeness(match, answers, old, added))
                .forEach((old, candidates) -> {
                    if (candidates.isEmpty()) {
                        findings.add(vanished(match, old));
                    } else {
                        candidates.forEach(added -> open.add(DeclaredSchema.key(after.name(), added.name())));
                        List<Answer> possible = candidates.stream()
                                .map(added -> answers.of(old, added).orElseThrow())
                                .distinct()
                                .toList();
                        questions
                                .computeIfAbsent(possible.get(0), first -> new Question(new ArrayList<>(), possible))
                                .lost()
                                .add(old.name());
                    }
                });
        questions.values().forEach(question -> findings.add(ambiguous(after, question)));
        skeleton(match, lost).ifPresent(skeleton -> findings.set(0, offering(findings.get(0), skeleton)));
        return findings;
    }

    /** Where one column may have become several, several one, or one a table, their values have to be moved. */
    private Optional<String> skeleton(TableMatch match, List<Column> lost) {
        Table after = match.declared();
        List<Column> alike = sorted(match.added()).stream()
                .filter(each -> lost.stream()
                        .anyMatch(old -> old.type().kind() == each.type().kind()))
                .toList();
        List<Column> references = StepSkeleton.references(after, match.added(), newTables);
        List<Column> wanted = references.isEmpty() ? alike : references;
        boolean isReshaped = !wanted.isEmpty() && (!references.isEmpty() || alike.size() != lost.size());
        if (!isReshaped || wanted.size() > MOVED_AT_MOST || lost.size() > MOVED_AT_MOST) {
            return Optional.empty();
        }
        String entity = present.table(after.name()).orElseThrow().entity();
        return Optional.of(StepSkeleton.of(
                entity.substring(0, Math.max(0, entity.lastIndexOf('.'))),
                after,
                lost.stream().map(Column::name).toList(),
                wanted,
                newTables));
    }

    private static Finding offering(Finding finding, String skeleton) {
        return new Finding(
                finding.tag(),
                finding.severity(),
                finding.place(),
                finding.text(),
                finding.fix()
                        + "\nIf its values are to go into what is new, do that too, and move them by a class of your"
                        + " own, filled in:\n" + skeleton);
    }

    /** Whether a column may turn out to be an old one: what would be said about a new one may be wrong then. */
    boolean isOpen(TableName table, String column) {
        return open.contains(DeclaredSchema.key(table, column));
    }

    private static List<Column> sorted(List<Column> columns) {
        return columns.stream()
                .sorted(Comparator.comparing(Column::name, Identifiers.ORDER))
                .toList();
    }

    private int likeness(TableMatch match, RenameAnswers answers, Column old, Column added) {
        if (answers.of(old, added).isEmpty()) {
            return 0;
        }
        boolean sameField = past.column(match.before().name(), old.name())
                .map(ColumnMapping::field)
                .equals(present.column(match.declared().name(), added.name()).map(ColumnMapping::field));
        return (sameField ? SAME_FIELD : 0) + Likeness.ofColumns(match.before(), old, match.declared(), added);
    }

    private Finding vanished(TableMatch match, Column lost) {
        Table table = match.declared();
        StringBuilder fix = new StringBuilder();
        boolean mayBeInside = past.column(match.before().name(), lost.name())
                .filter(saved -> saved.field().indexOf('.') < 0)
                .isPresent();
        for (Column added : mayBeInside ? sorted(match.added()) : List.<Column>of()) {
            Optional<ColumnMapping> inside = present.column(table.name(), added.name())
                    .filter(each ->
                            each.field().indexOf('.') >= 0 && added.type().equals(lost.type()));
            // No hint inside an embeddable reaches a column that stood outside: its prefix comes before each name.
            inside.ifPresent(each -> fix.append("If it moved into ")
                    .append(each.field())
                    .append(", rename it first: put the old field back with @Column(name = ")
                    .append(Quoted.java(added.name()))
                    .append("), save, and then move the field\n"));
        }
        String renamed = fix.isEmpty()
                ? "If it has another name now, write on the field: @RenamedFrom(" + Quoted.java(lost.name()) + ")\n"
                : "";
        return Finding.of(
                Tag.DROP_COLUMN,
                declared.place(table.name()),
                whatVanished(table, List.of(lost.name())) + " To drop it would lose its values.",
                fix + renamed + "If its values may go, write on the class: "
                        + DropHints.written("value", List.of(lost.name())));
    }

    private Finding ambiguous(Table table, Question question) {
        Answer best = question.answers().get(0);
        StringBuilder fix =
                new StringBuilder("If it is called " + best.name() + " now, write on this field: " + best.annotation());
        for (Answer other : Ambiguity.listed(question.answers())) {
            fix.append("\nIf it is called " + other.name() + " now, write on that field: " + other.annotation());
        }
        return Finding.of(
                Tag.RENAME_AMBIGUOUS,
                best.place(),
                whatVanished(table, question.lost()) + " "
                        + Ambiguity.text(
                                best.kind(),
                                question.answers().stream().map(Answer::name).toList()),
                fix + "\nIf it is gone and its values may go, write on the class " + className(table) + ": "
                        + DropHints.written("value", question.lost()));
    }

    private static String whatVanished(Table table, List<String> lost) {
        return "The table " + table.name() + " has "
                + (lost.size() == 1 ? "a column " + lost.get(0) : "columns " + String.join(", ", lost))
                + " that no field stands for any more.";
    }

    private String className(Table table) {
        String entity = present.table(table.name()).orElseThrow().entity();
        return entity.substring(Math.max(entity.lastIndexOf('.'), entity.lastIndexOf('$')) + 1);
    }
}
