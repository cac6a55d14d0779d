package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.JavaNames;
import dev.turnstone.processor.finding.Quoted;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A data migration to paste, for values that move from columns that go to columns that are new. It names things that are not
 * there, so it does not compile until somebody says how.
 */
final class StepSkeleton {

    private final Table table;
    private final List<Column> added;
    private final String className;
    private final StringBuilder out = new StringBuilder();

    private StepSkeleton(Table table, List<String> lost, List<Column> added) {
        this.table = table;
        this.added = added;
        className = "Move" + camel(table.name().name()) + camel(lost.get(0));
    }

    /**
     * Writes the skeleton.
     *
     * @param packageName the package of the class; empty for none
     * @param table the table as it will be
     * @param lost the columns that go; at least one
     * @param added the columns that are new; at least one
     * @param newTables the tables that are new
     * @return a Java source
     */
    static String of(String packageName, Table table, List<String> lost, List<Column> added, List<Table> newTables) {
        StepSkeleton skeleton = new StepSkeleton(table, lost, added);
        skeleton.head(packageName);
        Optional<Table> target = target(table, added.get(0), newTables);
        skeleton.line("        // " + lost.stream().map(StepSkeleton::comment).collect(Collectors.joining(", "))
                + (lost.size() == 1 ? " is" : " are")
                + " still there. Say how in SQL; until then this does not compile.");
        target.ifPresentOrElse(skeleton::intoTable, skeleton::intoColumns);
        skeleton.line("    }");
        skeleton.out.append('}');
        return skeleton.out.toString();
    }

    /** Those of some columns that refer to a new table. */
    static List<Column> references(Table table, List<Column> columns, List<Table> newTables) {
        return columns.stream()
                .filter(column -> target(table, column, newTables).isPresent())
                .toList();
    }

    private static Optional<Table> target(Table table, Column column, List<Table> newTables) {
        return table.foreignKeys().stream()
                .filter(key -> Identifiers.same(key.columns(), List.of(column.name())))
                .flatMap(key -> newTables.stream().filter(each -> each.name().same(key.table())))
                .findFirst();
    }

    private void head(String packageName) {
        if (!packageName.isEmpty()) {
            line("package " + packageName + ";");
            line("");
        }
        line("import dev.turnstone.annotations.DataMigration;");
        line("import dev.turnstone.data.DataContext;");
        line("import dev.turnstone.data.DataStep;");
        line("import java.sql.SQLException;");
        line("");
        List<String> fills = added.stream()
                .filter(column -> !column.nullable() && !column.identity() && column.defaultValue() == null)
                .map(column -> Quoted.java(table.name() + "." + column.name()))
                .toList();
        line("@DataMigration" + (fills.isEmpty() ? "" : "(fills = {" + String.join(", ", fills) + "})"));
        line("public class " + className + " implements DataStep {");
        line("    @Override");
        line("    public void up(DataContext context) throws SQLException {");
    }

    private void intoColumns() {
        String values = added.stream()
                .map(column -> "context.name(" + constant(column.name()) + ") + \" = \" + new" + camel(column.name()))
                .collect(Collectors.joining("\n                        + \", \" + "));
        Optional<PrimaryKey> key = table.primaryKey();
        if (key.isEmpty()) {
            line("        context.update(\"UPDATE \" + context.name(" + constants(table) + ".TABLE) + \" SET \"");
            line("                        + " + values + ");");
        } else {
            String columns = key.get().columns().stream().map(this::constant).collect(Collectors.joining(", "));
            line("        context.backfill(" + constants(table) + ".TABLE, " + columns + ")");
            line("                .update(" + values + ");");
        }
    }

    /** The constant of a column: names are given in the order of all columns. */
    private String constant(String column) {
        JavaNames names = new JavaNames("TABLE");
        String constant = "";
        for (Column each : table.columns()) {
            String name = names.constant(each.name());
            constant = Identifiers.same(each.name(), column) ? name : constant;
        }
        return constants(table) + "." + constant;
    }

    private void intoTable(Table target) {
        String from = "context.name(" + constants(table) + ".TABLE)";
        String to = "context.name(" + constants(target) + ".TABLE)";
        String thing = camel(target.name().name());
        line("        context.update(\"INSERT INTO \" + " + to + " + \" (\" + columnsOf" + thing
                + " + \") SELECT DISTINCT \" + valuesOf" + thing);
        line("                + \" FROM \" + " + from + ");");
        line("        context.update(\"UPDATE \" + " + from + " + \" SET \" + context.name("
                + constant(added.get(0).name()) + ")");
        line("                + \" = (SELECT \" + keyOf" + thing);
        line("                + \" FROM \" + " + to + " + \" WHERE \" + isThe" + thing + " + \")\");");
    }

    private String constants(Table of) {
        return className + "Tables." + new JavaNames().constant(of.name().toString());
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    /** A name of the database as a part of a Java name, such as {@code FullName}. */
    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : new JavaNames().constant(name).split("_+", -1)) {
            if (!word.isEmpty()) {
                camel.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
            }
        }
        return camel.toString();
    }

    private static String comment(String name) {
        return name.replaceAll("[\\\\\\p{Cntrl}]", "?");
    }
}
