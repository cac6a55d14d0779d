package dev.turnstone.processor.emit;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.dialect.Unit;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the Javadoc of a migration shows: the SQL for each target database, and what cannot be brought back. */
final class Preview {

    /** Nobody reads more, and javac reads it in each compile. */
    private static final int MOST = 200;

    private final List<Dialect> targets;

    Preview(List<Dialect> targets) {
        this.targets = List.copyOf(targets);
    }

    /** The Javadoc of {@code up}. */
    String up(EmittedMigration migration) {
        return "Changes the database.\n" + sql(migration.operations(), migration.before());
    }

    /** The Javadoc of {@code down}. */
    String down(EmittedMigration migration, List<Operation> down) {
        List<Operation> up = migration.operations();
        List<String> lost = new ArrayList<>();
        up.forEach(operation -> {
            if (operation instanceof DropTable drop) {
                lost.add("the rows of " + drop.table().name());
            } else if (operation instanceof DropColumn drop) {
                lost.add("the values of " + drop.table() + "." + drop.column().name());
            }
        });
        List<String> newer = new ArrayList<>();
        up.forEach(operation -> {
            if (operation instanceof CreateTable create) {
                newer.add("the rows of " + create.table().name());
            } else if (operation instanceof AddColumn add) {
                newer.add("the values of " + add.table() + "." + add.column().name());
            }
        });
        return "Takes the change back.\n" + paragraph("What it cannot bring back: ", lost)
                + paragraph("What is lost by it: ", newer)
                + sql(down, () -> SchemaReplay.replay(migration.before().get(), up));
    }

    private static String paragraph(String title, List<String> items) {
        return items.isEmpty() ? "" : "\n<p>" + title + SourceText.javadoc(oneLine(String.join(", ", items))) + ".\n";
    }

    private String sql(List<Operation> operations, Supplier<Schema> before) {
        List<Operation> shown = operations.subList(0, Math.min(MOST, operations.size()));
        StringBuilder out = new StringBuilder();
        for (Dialect dialect : targets) {
            out.append("\n<p>")
                    .append(SourceText.javadoc(oneLine(dialect.name())))
                    .append(":\n<pre>\n");
            append(out, dialect.render(Change.inUse(shown, before)));
            if (shown.size() < operations.size()) {
                out.append("-- and what the other ")
                        .append(operations.size() - shown.size())
                        .append(" of ")
                        .append(operations.size())
                        .append(" operations need: a dry run shows all, Migrator.plan()\n");
            }
            out.append("</pre>\n");
        }
        return out.toString();
    }

    private static void append(StringBuilder out, Rendered rendered) {
        if (rendered instanceof Rendered.Refused refused) {
            refused.refusals()
                    .forEach(refusal -> out.append("-- impossible here: ")
                            .append(SourceText.javadoc(oneLine(refusal.reason())))
                            .append('\n'));
            return;
        }
        List<Unit> units = ((Rendered.Units) rendered).units();
        for (Unit unit : units) {
            // What shares its transaction with all the rest needs no word; nor does a statement that always has its
            // own.
            if (unit.transactional() && units.size() > 1) {
                out.append("-- in one transaction:\n");
            }
            for (Step step : unit.steps()) {
                out.append(SourceText.javadoc(Step.closed(step.sql()))).append('\n');
            }
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\R", " ");
    }
}
