package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.OperationCodec;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Says in words where the snapshot's file differs from what the history leads to. */
final class SchemaComparison {

    private static final int MOST = 5;

    private final List<String> differences = new ArrayList<>();

    private SchemaComparison() {}

    /** One clause for each difference, the first few only; empty if both are equal. */
    static List<String> differences(Schema snapshot, Schema replayed) {
        SchemaComparison comparison = new SchemaComparison();
        comparison.compare(
                "table ",
                snapshot.tables(),
                replayed.tables(),
                table -> table.name().toString());
        snapshot.tables()
                .forEach(table -> replayed.table(table.name()).ifPresent(other -> comparison.compare(table, other)));
        comparison.compareParts(
                "sequence ",
                snapshot.sequences(),
                replayed.sequences(),
                each -> each.name().toString());
        List<String> all = comparison.differences;
        if (all.size() <= MOST) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, MOST));
        first.add("and " + (all.size() - MOST) + " more");
        return first;
    }

    private void compare(Table snapshot, Table replayed) {
        String table = replayed.name().toString();
        if (!snapshot.name().equals(replayed.name())) {
            differences.add("table " + Shown.text(table) + " is spelled "
                    + Shown.text(snapshot.name().toString()) + " in it");
        }
        if (snapshot.equals(replayed)) {
            return;
        }
        if (!snapshot.comment().equals(replayed.comment())) {
            differences.add("the comment of table " + Shown.text(table) + " is another");
        }
        compareParts("column " + table + ".", snapshot.columns(), replayed.columns(), Column::name);
        compareParts("constraint " + table + ".", snapshot.constraints(), replayed.constraints(), Constraint::name);
        compareParts("index " + table + ".", snapshot.indexes(), replayed.indexes(), Index::name);
    }

    private <T> void compareParts(String what, List<T> snapshot, List<T> replayed, Function<T, String> name) {
        compare(what, snapshot, replayed, name);
        for (T part : replayed) {
            for (T other : snapshot) {
                if (Identifiers.same(name.apply(part), name.apply(other)) && !part.equals(other)) {
                    differences.add(Shown.text(what + name.apply(part)) + describe(other, part));
                }
            }
        }
    }

    private <T> void compare(String what, List<T> snapshot, List<T> replayed, Function<T, String> name) {
        Set<String> inSnapshot = names(snapshot, name);
        Set<String> inReplayed = names(replayed, name);
        inReplayed.stream()
                .filter(each -> !inSnapshot.contains(each))
                .forEach(each -> differences.add(Shown.text(what + each) + " is missing in it"));
        inSnapshot.stream()
                .filter(each -> !inReplayed.contains(each))
                .forEach(each -> differences.add(Shown.text(what + each) + " is in it, but no migration makes it"));
    }

    private static <T> Set<String> names(List<T> parts, Function<T, String> name) {
        Set<String> names = new TreeSet<>(Identifiers.ORDER);
        parts.forEach(each -> names.add(name.apply(each)));
        return names;
    }

    private static String describe(Object snapshot, Object replayed) {
        if (snapshot instanceof Column from && replayed instanceof Column to) {
            return " is " + describe(from) + " in it, but " + describe(to) + " after the migrations";
        }
        return " is another in it than after the migrations";
    }

    private static String describe(Column column) {
        Map<String, Object> tree = new LinkedHashMap<>(OperationCodec.encode(column));
        tree.remove("name");
        Object type = tree.remove("type");
        return Shown.text(tree.isEmpty() ? String.valueOf(type) : type + " " + tree);
    }
}
