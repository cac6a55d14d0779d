package dev.turnstone.engine;

import dev.turnstone.dialect.Change;
import dev.turnstone.dialect.Dialect;
import dev.turnstone.dialect.Rendered;
import dev.turnstone.dialect.Step;
import dev.turnstone.migration.BaselineRefusedException.Difference;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.InvalidOperationException;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a database lacks of a schema, each with the statements that mend it. What it has besides is no difference, nor is what
 * a catalogue tells in other words than the schema: comments, sequences, expressions, and types by the database's own name.
 */
final class Comparison {

    private static final Set<ColumnType.Kind> NUMBERS = EnumSet.range(ColumnType.Kind.TINYINT, ColumnType.Kind.DECIMAL);
    private static final Set<ColumnType.Kind> TIMES = EnumSet.range(ColumnType.Kind.DATE, ColumnType.Kind.TIMESTAMP_TZ);

    private final Schema found;
    private final String current;
    private final Dialect dialect;
    private final List<Difference> differences = new ArrayList<>();

    /** The table that is compared, alone: in some databases all primary keys have the same name. */
    private Schema before = Schema.EMPTY;

    private Comparison(Schema found, String current, Dialect dialect) {
        this.found = found;
        this.current = current;
        this.dialect = dialect;
    }

    /** Compares with the tables that were found in the current schema. */
    static List<Difference> of(List<Table> wanted, Schema found, String current, Dialect dialect) {
        Comparison comparison = new Comparison(found, current, dialect);
        wanted.forEach(comparison::compare);
        return comparison.differences;
    }

    static boolean nothingThere(List<Table> wanted, Schema found) {
        return wanted.stream().allMatch(table -> counterpart(table, found) == null);
    }

    /** What a catalogue tells has no schema and no quotes. */
    private static Table counterpart(Table wanted, Schema found) {
        String name = wanted.name().name();
        String plain = Identifiers.exact(name);
        return found.tables().stream()
                .filter(there -> plain.equals(name)
                        ? there.name().same(TableName.of(name))
                        : there.name().name().equals(plain))
                .findFirst()
                .map(there -> spelled(there, wanted))
                .orElse(null);
    }

    /** A table that was found, its columns, constraints and indexes in quotes where those of the wanted one are. */
    private static Table spelled(Table there, Table wanted) {
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>(there.constraints());
        List<Index> indexes = new ArrayList<>(there.indexes());
        for (Column column : there.columns()) {
            String name = spelled(column.name(), wanted.columns(), Column::name);
            columns.add(column.withName(name));
            constraints.replaceAll(each -> each.withColumnRenamed(column.name(), name));
            indexes.replaceAll(each -> each.withColumnRenamed(column.name(), name));
        }
        constraints.replaceAll(each -> each.withName(spelled(each.name(), wanted.constraints(), Constraint::name)));
        indexes.replaceAll(each -> each.withName(spelled(each.name(), wanted.indexes(), Index::name)));
        return new Table(there.name(), there.comment(), columns, constraints, indexes);
    }

    /** The wanted name that is this one in quotes, which say that letter case counts; else the name. */
    private static <P> String spelled(String name, List<P> wanted, Function<P, String> nameOf) {
        for (P part : wanted) {
            String each = nameOf.apply(part);
            if (!each.equals(name) && Identifiers.exact(each).equals(name)) {
                return each;
            }
        }
        return name;
    }

    private void compare(Table wanted) {
        TableName name = wanted.name();
        Table table = counterpart(wanted, found);
        before = table == null ? Schema.EMPTY : Schema.of(table.withName(name));
        if (table == null) {
            add("There is no table " + name + ".", new CreateTable(wanted));
            return;
        }
        for (Column column : wanted.columns()) {
            Column there = table.column(column.name()).orElse(null);
            if (there == null) {
                add("In " + name + ", there is no column " + column.name() + ".", new AddColumn(name, column, null));
            } else if (!same(column, there)) {
                add(
                        "In " + name + ", " + column.name() + " is " + text(there) + ", not " + text(column) + ".",
                        new AlterColumn(name, there, column));
            }
        }
        for (Constraint constraint : wanted.constraints()) {
            Predicate<Constraint> same = each -> same(constraint, each);
            if (!named(table.constraints(), same, Constraint::name, constraint.name(), name)) {
                Optional<Constraint> other = table.constraints().stream()
                        .filter(each -> inTheWay(constraint, each))
                        .findFirst();
                Operation missing = new AddConstraint(name, constraint);
                missing(constraint.name(), name, other.map(each -> new DropConstraint(name, each)), missing);
            }
        }
        for (Index index : wanted.indexes()) {
            Predicate<Index> same = each -> Identifiers.same(index.columns(), each.columns());
            if (!named(table.indexes(), same, Index::name, index.name(), name)) {
                Optional<Index> other = table.index(index.name());
                missing(index.name(), name, other.map(each -> new DropIndex(name, each)), new AddIndex(name, index));
            }
        }
    }

    /** Whether there is such a part; a difference, if none has the name. */
    private <P> boolean named(
            List<P> parts, Predicate<P> same, Function<P, String> nameOf, String name, TableName table) {
        List<String> names = parts.stream().filter(same).map(nameOf).toList();
        if (!names.isEmpty() && !Identifiers.contains(names, name)) {
            boolean index = parts.get(0) instanceof Index;
            String other = names.get(0);
            Operation rename = index ? new RenameIndex(table, other, name) : new RenameConstraint(table, other, name);
            // Where a statement cannot rename, as where keys have no names of their own, no later one uses the name.
            if (statements(rename).size() == 1) {
                add("In " + table + ", " + name + " is called " + other + ".", rename);
            }
        }
        return !names.isEmpty();
    }

    private void missing(String name, TableName table, Optional<? extends Operation> drop, Operation missing) {
        String text = "In " + table + ", there is no " + name + " as it should be.";
        if (drop.isPresent()) {
            add(text, drop.get(), missing);
        } else {
            add(text, missing);
        }
    }

    private void add(String text, Operation... mending) {
        differences.add(new Difference(text, statements(mending)));
        try {
            before = SchemaReplay.replay(before, List.of(mending));
        } catch (InvalidOperationException e) {
            // What follows is shown as if this stayed as it is.
        }
    }

    /** None where the database needs none, or where no list of statements does it. */
    private List<String> statements(Operation... operations) {
        List<String> statements = new ArrayList<>();
        try {
            Rendered rendered = dialect.render(new Change(List.of(operations), () -> before, false));
            if (rendered instanceof Rendered.Units units) {
                units.units().forEach(unit -> unit.steps().forEach(step -> statements.add(sql(step))));
            }
        } catch (InvalidOperationException e) {
            return List.of();
        }
        return statements.contains("") ? List.of() : statements;
    }

    /** By hand, no table is made anew: to drop the old one can delete rows of others. */
    private static String sql(Step step) {
        boolean plain = step.kind() == Step.Kind.STATEMENT && !step.sql().startsWith("DROP TABLE ");
        return plain ? step.sql() : "";
    }

    private boolean same(Column wanted, Column there) {
        boolean unknown = wanted.type().kind() == ColumnType.Kind.VERBATIM;
        return wanted.nullable() == there.nullable()
                && wanted.identity() == there.identity()
                && sameDefault(wanted.type().kind(), wanted.defaultValue(), there.defaultValue())
                && (unknown || spelledType(wanted).equals(spelledType(there)));
    }

    /** What the database makes of a type, as it knows one where a schema knows several. */
    private String spelledType(Column column) {
        Column bare = Column.of("c", column.type());
        TableName table = TableName.of("t");
        List<TableElement> elements =
                column.identity() ? List.of(bare.asIdentity(), new PrimaryKey("p", List.of("c"))) : List.of(bare);
        return String.join(" ", statements(new CreateTable(Table.of(table, elements))))
                .toLowerCase(Locale.ROOT);
    }

    /** Catalogues write numbers in their own way, and times each in another, so of those any two are the same. */
    private static boolean sameDefault(ColumnType.Kind kind, DefaultValue wanted, DefaultValue there) {
        if (TIMES.contains(kind)
                || !(wanted instanceof DefaultValue.Literal a && there instanceof DefaultValue.Literal b)) {
            return (wanted == null) == (there == null);
        } else if (NUMBERS.contains(kind)) {
            return sameNumber(kind, a.text(), b.text());
        }
        return (kind == ColumnType.Kind.BOOLEAN || kind == ColumnType.Kind.UUID)
                ? a.text().equalsIgnoreCase(b.text())
                : a.equals(b);
    }

    /** What is not exact is compared with the digits that all databases keep. */
    private static boolean sameNumber(ColumnType.Kind kind, String a, String b) {
        try {
            return (kind == ColumnType.Kind.REAL || kind == ColumnType.Kind.DOUBLE)
                    ? Math.abs(Float.parseFloat(a) - Float.parseFloat(b)) <= Math.abs(Float.parseFloat(a)) * 1e-5
                    : new BigDecimal(a).compareTo(new BigDecimal(b)) == 0;
        } catch (NumberFormatException e) {
            return a.equals(b);
        }
    }

    private boolean same(Constraint wanted, Constraint there) {
        if (wanted instanceof PrimaryKey key && there instanceof PrimaryKey other) {
            return sameSet(key.columns(), other.columns());
        } else if (wanted instanceof Unique key && there instanceof Unique other) {
            return sameSet(key.columns(), other.columns());
        } else if (wanted instanceof ForeignKey key && there instanceof ForeignKey other) {
            return Identifiers.same(key.columns(), other.columns())
                    && inSchema(key.table()).same(inSchema(other.table()))
                    && Identifiers.same(exact(key.references()), exact(other.references()))
                    && same(key.onDelete(), other.onDelete())
                    && same(key.onUpdate(), other.onUpdate());
        } else if (wanted instanceof Check check && there instanceof Check other) {
            return (check.condition() instanceof Condition.OneOf values
                            && other.condition() instanceof Condition.OneOf others)
                    ? Identifiers.same(values.column(), others.column()) && sameSet(values.values(), others.values())
                    : Identifiers.same(check.name(), other.name());
        }
        return false;
    }

    private TableName inSchema(TableName table) {
        String name = Identifiers.exact(table.name());
        return new TableName(table.schema().isEmpty() ? current : table.schema(), name);
    }

    private static List<String> exact(List<String> names) {
        return names.stream().map(Identifiers::exact).toList();
    }

    /** Whether one must go for the other to come, or would go on doing what the other does not. */
    private static boolean inTheWay(Constraint wanted, Constraint there) {
        return Identifiers.same(wanted.name(), there.name())
                || (wanted instanceof PrimaryKey && there instanceof PrimaryKey)
                || (wanted instanceof ForeignKey key
                        && there instanceof ForeignKey other
                        && Identifiers.same(key.columns(), other.columns()));
    }

    /** Some databases know one of RESTRICT and NO ACTION only. */
    private static boolean same(ReferentialAction a, ReferentialAction b) {
        return a == b
                || EnumSet.of(ReferentialAction.RESTRICT, ReferentialAction.NO_ACTION)
                        .containsAll(List.of(a, b));
    }

    private static boolean sameSet(List<String> a, List<String> b) {
        Comparator<String> order = Identifiers.ORDER;
        return Identifiers.same(
                a.stream().sorted(order).toList(), b.stream().sorted(order).toList());
    }

    private static String text(Column column) {
        return column.type()
                + (column.nullable() ? "" : " not null")
                + (column.identity() ? " identity" : "")
                + (column.defaultValue() == null ? "" : " with a default");
    }
}
