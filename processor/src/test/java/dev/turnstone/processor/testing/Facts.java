package dev.turnstone.processor.testing;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a history has come to, as plain facts. Each stands under a name that no rename changes, made of classes and fields, so
 * two histories can be compared without following a single operation.
 */
final class Facts {

    /** Where a name of the database is taken; the value is who has it. */
    static final String TAKEN = "taken ";

    /** A constraint or an index: there may be several over the same columns, one line each. */
    static final String PART = "part ";

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final UnaryOperator<String> owners;
    private final Map<String, String> values = new TreeMap<>();
    private final Map<String, Set<String>> needs = new HashMap<>();
    /** Tables and columns by the words that SQL may have for them. */
    private final Map<String, Set<String>> words = new HashMap<>();

    private Facts(UnaryOperator<String> owners) {
        this.owners = owners;
    }

    static Facts of(Schema schema, Mapping mapping, List<Operation> operations) {
        Map<String, String> owners = new HashMap<>();
        for (TableMapping table : mapping.tables()) {
            owners.put(taken(table.table()), table.entity());
            table.columns()
                    .forEach(column ->
                            owners.put(taken(table.entity(), column.column()), table.entity() + "." + column.field()));
        }
        return of(schema, owners::get, operations);
    }

    /**
     * Collects the facts.
     *
     * @param schema the tables
     * @param owners tells for the {@link #TAKEN} name of a table or a column which class or field it belongs to
     * @param operations what led there; only the steps among them count
     */
    static Facts of(Schema schema, UnaryOperator<String> owners, List<Operation> operations) {
        Facts facts = new Facts(owners);
        schema.tables().forEach(facts::addTable);
        schema.tables().forEach(table -> table.elements().forEach(element -> facts.addPart(table, element)));
        operations.forEach(facts::addStep);
        return facts;
    }

    /** All facts, by their names. */
    Map<String, String> values() {
        return values;
    }

    /** The facts without which a fact makes no sense. */
    Set<String> needs(String fact) {
        return needs.getOrDefault(fact, Set.of());
    }

    private void put(String fact, Object value, Set<String> itsNeeds) {
        values.merge(
                fact,
                String.valueOf(value),
                (one, other) -> Stream.of(one, other).sorted().collect(Collectors.joining("\n")));
        needs.merge(fact, itsNeeds, Facts::union);
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }

    private void addTable(Table table) {
        String entity = entity(table.name());
        put(entity, "", Set.of());
        Set<String> there = Set.of(entity);
        put(entity + " name", table.name(), there);
        put(entity + " comment", table.comment(), there);
        put(taken(table.name()), entity, there);
        spell(table.name().name(), entity + " name");
        for (Column column : table.columns()) {
            String field = field(table.name(), column.name());
            put(field, "", there);
            Set<String> both = Set.of(entity, field);
            put(field + " name", column.name(), both);
            put(field + " type", column.type(), both);
            put(field + " nullable", column.nullable(), both);
            put(field + " default", column.defaultValue(), both);
            put(field + " numbered", column.identity(), both);
            put(field + " comment", column.comment(), both);
            put(taken(entity, column.name()), field, both);
            spell(column.name(), field + " name");
        }
    }

    private void spell(String name, String fact) {
        words.computeIfAbsent(lower(name), word -> new TreeSet<>()).add(fact);
    }

    private void addPart(Table table, TableElement element) {
        if (element instanceof PrimaryKey key) {
            addPart(table, key.name(), "key", "", key.columns(), Set.of());
            addKey(table, key.columns());
        } else if (element instanceof Unique unique) {
            addPart(table, unique.name(), "unique", "", unique.columns(), Set.of());
            addKey(table, unique.columns());
        } else if (element instanceof Index index) {
            addPart(table, index.name(), "index", "", index.columns(), Set.of());
        } else if (element instanceof ForeignKey key) {
            List<String> target = fields(key.table(), key.references());
            Set<String> itsNeeds = new TreeSet<>(target);
            itsNeeds.add(entity(key.table()));
            itsNeeds.add(unique(target));
            addPart(table, key.name(), "reference", target + " " + key.onDelete(), key.columns(), itsNeeds);
        } else if (element instanceof Check check && check.condition() instanceof Condition.OneOf oneOf) {
            addPart(table, check.name(), "one of", oneOf.values().toString(), List.of(oneOf.column()), Set.of());
        } else if (element instanceof Check check) {
            String sql = ((Condition.Sql) check.condition()).expression();
            addPart(table, check.name(), "check", sql, List.of(sql.substring(0, sql.indexOf(' '))), spoken(sql));
        }
    }

    private void addPart(Table table, String name, String kind, String what, List<String> columns, Set<String> more) {
        List<String> fields = fields(table.name(), columns);
        Set<String> itsNeeds = new TreeSet<>(more);
        itsNeeds.add(entity(table.name()));
        itsNeeds.addAll(fields);
        String part = PART + kind + " " + fields;
        put(part, name + ": " + what, itsNeeds);
        put(TAKEN + "by a part: " + lower(name), part, itsNeeds);
    }

    private void addKey(Table table, List<String> columns) {
        List<String> fields = fields(table.name(), columns);
        values.put(unique(fields), "");
        needs.put(unique(fields), Set.copyOf(fields));
    }

    private static String unique(List<String> fields) {
        return "unique " + new TreeSet<>(fields);
    }

    /** What the values of rows are made of: an expression is not rewritten where a name changes. */
    Set<String> spoken(List<Operation> operations) {
        Set<String> facts = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation instanceof AlterColumn alter) {
                facts.addAll(spoken(alter.rows() + " " + alter.rowsBack()));
            }
        }
        return facts;
    }

    private void addStep(Operation operation) {
        if (operation instanceof RunData data) {
            put("step " + data.step(), "", Set.of());
        } else if (operation instanceof RunSql sql) {
            put("step " + sql.name(), sql.texts(), spoken(sql.texts().toString()));
        }
    }

    private Set<String> spoken(String sql) {
        Set<String> facts = new TreeSet<>();
        WORD.matcher(lower(sql)).results().forEach(word -> facts.addAll(words.getOrDefault(word.group(), Set.of())));
        return facts;
    }

    private String entity(TableName table) {
        return owner(taken(table));
    }

    private List<String> fields(TableName table, List<String> columns) {
        return columns.stream().map(column -> field(table, column)).toList();
    }

    private String field(TableName table, String column) {
        return owner(taken(entity(table), column));
    }

    private String owner(String taken) {
        return Objects.requireNonNullElse(owners.apply(taken), "the owner of " + taken);
    }

    private static String taken(TableName table) {
        return TAKEN + lower(table.name());
    }

    private static String taken(String entity, String column) {
        return TAKEN + entity + "." + lower(column);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
