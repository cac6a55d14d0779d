package dev.turnstone.processor.diff;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.declared.DeclaredSchema;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which part of the source was which part of the snapshot.
 *
 * @param tables which table was which
 * @param kept the tables that both have, sorted by their names in the source
 * @param created the tables that only the source has
 * @param vanished the tables that only the snapshot has
 */
record Matches(Pairs<TableName> tables, List<TableMatch> kept, List<Table> created, List<Table> vanished) {

    static Matches find(Baseline baseline, DeclaredSchema declared, DropHints drops, List<Finding> findings) {
        Map<TableName, Table> snapshot = new TreeMap<>();
        baseline.schema().tables().forEach(table -> snapshot.put(table.name(), table));
        Pairs<TableName> tables = Matcher.match(new TableGenerations(baseline, declared, drops), findings);
        Sources past = new Sources(baseline.mapping());
        Sources present = new Sources(declared.mapping());
        List<TableMatch> kept = new ArrayList<>();
        List<Table> created = new ArrayList<>();
        for (Table after : declared.schema().tables()) {
            Table before = tables.before(after.name()).map(snapshot::get).orElse(null);
            Table known = before == null ? new Table(after.name(), "", List.of(), List.of(), List.of()) : before;
            Pairs<String> columns = Matcher.match(
                    new ColumnGenerations(known, after, baseline, declared, drops, past, present), findings);
            if (before == null) {
                created.add(after);
            } else {
                kept.add(new TableMatch(before, after, columns));
            }
        }
        return new Matches(
                tables,
                kept,
                created,
                tables.vanished().stream().map(snapshot::get).toList());
    }
}
