package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.TableName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How the source can say that one column was another: on which field, and under which name. */
final class RenameAnswers {

    private final TableName before;
    private final TableName after;
    private final DeclaredSchema declared;
    private final Sources past;
    private final Sources present;

    RenameAnswers(TableMatch match, DeclaredSchema declared, Sources past, Sources present) {
        before = match.before().name();
        after = match.declared().name();
        this.declared = declared;
        this.past = past;
        this.present = present;
    }

    /**
     * An answer.
     *
     * @param kind what is new: a column, or a field of several
     * @param name its name
     * @param place where the answer is to be written
     * @param oldName the name to write
     */
    record Answer(String kind, String name, SourceRef place, String oldName) {

        String annotation() {
            return "@RenamedFrom(" + Quoted.java(oldName) + ")";
        }
    }

    /** The answer that makes one column the other; empty if no annotation can say so. */
    Optional<Answer> of(Column vanished, Column added) {
        Optional<ColumnMapping> field = present.column(after, added.name());
        Optional<String> oldPath = past.column(before, vanished.name()).map(ColumnMapping::field);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        String path = field.get().field();
        SourceRef place = declared.place(after, added.name());
        boolean embedded = path.indexOf('.') >= 0;
        boolean hasSeveral = present.table(after).orElseThrow().columns().stream()
                        .filter(column -> column.field().equals(path))
                        .count()
                > 1;
        if (!embedded && !hasSeveral) {
            return Optional.of(new Answer("column", added.name(), place, vanished.name()));
        }
        return oldPath.flatMap(old -> ofPaths(old, path, place, added));
    }

    /** A hint on a field of an embedded object, or on the field that embeds it, stands for one step of the path. */
    private Optional<Answer> ofPaths(String oldPath, String path, SourceRef place, Column added) {
        List<String> from = steps(oldPath);
        List<String> to = steps(path);
        List<Integer> changed = IntStream.range(0, Math.min(from.size(), to.size()))
                .filter(i -> !from.get(i).equals(to.get(i)))
                .boxed()
                .toList();
        if (from.size() != to.size() || changed.size() != 1) {
            return Optional.empty();
        }
        int step = changed.get(0);
        boolean isLast = step == to.size() - 1;
        if (isLast && to.size() > 1) {
            return Optional.of(new Answer("column", added.name(), place, from.get(step)));
        }
        String embedding = String.join(".", to.subList(0, step + 1));
        return Optional.of(
                new Answer("field", embedding, isLast ? place : declared.embedding(after, embedding), from.get(step)));
    }

    private static List<String> steps(String path) {
        return Arrays.asList(path.split("\\.", -1));
    }
}
