package dev.turnstone.processor.lint;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.processor.declared.SqlText;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check whose text still names a column that the change renames or drops. */
final class CheckColumnCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        List<Remark> remarks = new ArrayList<>();
        for (AddConstraint add : context.operations(AddConstraint.class)) {
            if (add.constraint() instanceof Check check && check.condition() instanceof Condition.Sql sql) {
                gone(context, add.table()).forEach((name, successor) -> {
                    if (SqlText.names(sql.expression(), name)) {
                        remarks.add(remark(context, add.table(), check.name(), sql.expression(), name, successor));
                    }
                });
            }
        }
        return remarks;
    }

    /** The names that columns of a table had, each with the one that it has now; empty for a column that is dropped. */
    private static Map<String, String> gone(LintContext context, TableName table) {
        Map<String, String> gone = new LinkedHashMap<>();
        context.operations(RenameColumn.class).stream()
                .filter(rename -> rename.table().same(table))
                .forEach(rename -> gone.put(rename.from(), rename.to()));
        context.operations(DropColumn.class).stream()
                .filter(drop -> drop.table().same(table))
                .forEach(drop -> gone.put(drop.column().name(), ""));
        Table after = context.target().table(table).orElseThrow();
        gone.keySet().removeIf(name -> after.column(name).isPresent());
        return gone;
    }

    private static String annotation(LintContext context, TableName table, String condition) {
        return (context.declared().isJpa(table) ? "@org.hibernate.annotations.Check(constraints = " : "@Check(")
                + Quoted.java(condition) + ")";
    }

    private static Remark remark(
            LintContext context, TableName table, String check, String text, String name, String successor) {
        boolean dropped = successor.isEmpty();
        return new Remark(
                Tag.CHECK_COLUMN,
                Remark.subject(table, check),
                context.place(table, check),
                "The check \"" + text + "\" names the column " + name + ", which this change "
                        + (dropped ? "drops" : "renames to " + successor)
                        + ". No column of the table " + table
                        + " bears the name any more, so the databases refuse the check and the migration fails.",
                (dropped
                                ? "Leave the check away, or write it over columns that stay."
                                : "Write: " + annotation(context, table, SqlText.renamed(text, name, successor)))
                        + "\nIf the word is something else there: " + Remark.accept(Tag.CHECK_COLUMN));
    }
}
