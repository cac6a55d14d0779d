package dev.turnstone.engine;

import dev.turnstone.dialect.Catalogue;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Introspection;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.ReferentialAction;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableComment;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Builds a schema of what a database's catalogues say. */
final class Introspector {

    private final Catalogue catalogue;
    private final Map<String, List<TableElement>> tables = new LinkedHashMap<>();
    private final List<String> remarks = new ArrayList<>();

    private Introspector(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Asks for the tables of the session's current schema.
     *
     * @param without the names of tables to leave out
     */
    static Introspection read(Database database, Collection<String> without) {
        Catalogue catalogue = database.dialect().catalogue();
        List<List<String>> rows = new ArrayList<>();
        Database.access("was reading the catalogue", () -> {
            for (String query : catalogue.queries()) {
                rows.addAll(database.query(Introspector::texts, query));
            }
            return null;
        });
        Introspector introspector = new Introspector(catalogue);
        // The facts of one key follow each other.
        Map<List<String>, List<List<String>>> parts = new LinkedHashMap<>();
        for (List<String> fact : catalogue.facts(rows)) {
            if (!Identifiers.contains(without, fact.get(1))) {
                parts.computeIfAbsent(fact.subList(0, 3), key -> new ArrayList<>())
                        .add(fact);
            }
        }
        parts.values().forEach(introspector::add);
        return introspector.result();
    }

    private static List<String> texts(ResultSet row) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            texts.add(row.getString(i));
        }
        return texts;
    }

    private Introspection result() {
        List<Table> found = new ArrayList<>();
        tables.forEach((name, elements) -> found.add(Table.of(TableName.of(name), elements)));
        return new Introspection(new Schema(found), remarks);
    }

    /** Takes the facts of one part of a table. */
    private void add(List<List<String>> facts) {
        List<String> fact = facts.get(0);
        String name = fact.get(2);
        List<TableElement> elements = tables.computeIfAbsent(fact.get(1), table -> new ArrayList<>());
        switch (fact.get(0)) {
            case "table" -> elements.add(new TableComment(orEmpty(name)));
            case "column" -> elements.add(column(fact));
            case "primary key" -> elements.add(new PrimaryKey(name, texts(facts, 3)));
            case "unique" -> elements.add(new Unique(name, texts(facts, 3)));
            case "index" -> elements.add(new Index(name, texts(facts, 3)));
            case "check" -> elements.add(new Check(name, catalogue.condition(fact.get(3))));
            case "foreign key" ->
                elements.add(new ForeignKey(
                        name,
                        texts(facts, 3),
                        new TableName(orEmpty(fact.get(4)), fact.get(5)),
                        texts(facts, 6),
                        action(fact.get(7)),
                        action(fact.get(8))));
            default -> remarks.add(fact.get(1) + ": " + name);
        }
    }

    private Column column(List<String> fact) {
        ColumnType type = catalogue.type(fact.get(3));
        DefaultValue value = fact.get(5) == null ? null : catalogue.defaultValue(type, fact.get(5));
        Column column = new Column(fact.get(2), type, fact.get(4).equals("YES"), value, false, orEmpty(fact.get(7)));
        return fact.get(6).equals("YES") ? column.asIdentity() : column;
    }

    private static List<String> texts(List<List<String>> facts, int index) {
        return facts.stream().map(fact -> fact.get(index)).toList();
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.toUpperCase(Locale.ROOT).replace(' ', '_'));
    }
}
