package dev.turnstone.processor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which values a change must leave as they are, and whether it did. */
public final class Survival {

    private Survival() {}

    /**
     * Tells whether values go to which other rows refer.
     *
     * @param before the schema that the operations find
     * @param operations the change
     * @return true if a column goes that a foreign key references
     */
    public static boolean losesReferencedValues(Schema before, List<Operation> operations) {
        for (Table table : before.tables()) {
            for (ForeignKey key : table.foreignKeys()) {
                for (String column : key.references()) {
                    if (!new Place(key.table().toString())
                            .column(column)
                            .after(operations)
                            .exists()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /**
     * Follows each column through a change and compares its values.
     *
     * @param before the rows before it, for each table by name
     * @param after the rows now
     * @param operations the change
     */
    public static void assertSurvived(
            Map<String, List<Map<String, String>>> before,
            Map<String, List<Map<String, String>>> after,
            List<Operation> operations) {
        before.forEach((table, tableRows) -> {
            for (int i = 0; i < tableRows.size(); i++) {
                Map<String, String> row = tableRows.get(i);
                Place place = new Place(table);
                for (String column : row.keySet()) {
                    Place now = place.column(column).after(operations);
                    if (now.exists() && !(now.altered() && row.get(column) == null)) {
                        assertThat(after.get(now.table()).get(i).get(now.column()))
                                .as(table + "." + column + ", row " + i)
                                .isEqualTo(row.get(column));
                    }
                }
                String tableNow = place.column("").after(operations).table();
                if (tableNow != null) {
                    assertThat(after.get(tableNow)).hasSameSizeAs(tableRows);
                }
            }
        });
    }

    /**
     * Compares the values of the columns that a change did not drop after it was taken back.
     *
     * @param before the rows before the change, for each table by name
     * @param after the rows now
     * @param operations the change
     */
    public static void assertSurvivedBothWays(
            Map<String, List<Map<String, String>>> before,
            Map<String, List<Map<String, String>>> after,
            List<Operation> operations) {
        before.forEach((table, tableRows) -> {
            for (int i = 0; i < tableRows.size(); i++) {
                Map<String, String> expected = new HashMap<>();
                Map<String, String> actual = new HashMap<>();
                for (var value : tableRows.get(i).entrySet()) {
                    Place there = new Place(table).column(value.getKey()).after(operations);
                    if (there.exists() && !(there.altered() && value.getValue() == null)) {
                        expected.put(value.getKey(), value.getValue());
                        actual.put(value.getKey(), after.get(table).get(i).get(value.getKey()));
                    }
                }
                assertThat(actual).isEqualTo(expected);
            }
        });
    }

    /** Where a column of the old schema is; without a table once it was dropped. */
    private record Place(String table, String column, boolean altered) {
        Place(String table) {
            this(table, "", false);
        }

        Place column(String name) {
            return new Place(table, name, altered);
        }

        boolean exists() {
            return table != null && column != null;
        }

        Place after(List<Operation> operations) {
            Place place = this;
            for (Operation operation : operations) {
                place = place.after(operation);
            }
            return place;
        }

        private Place after(Operation operation) {
            if (table == null) {
                return this;
            }
            if (operation instanceof DropTable drop
                    && isMine(drop.table().name().toString())) {
                return new Place(null, null, altered);
            }
            if (operation instanceof RenameTable rename && isMine(rename.from().toString())) {
                return new Place(rename.to().toString(), column, altered);
            }
            if (column == null) {
                return this;
            }
            if (operation instanceof DropColumn drop
                    && isMine(drop.table().toString())
                    && Identifiers.same(drop.column().name(), column)) {
                return new Place(table, null, altered);
            }
            if (operation instanceof RenameColumn rename
                    && isMine(rename.table().toString())
                    && Identifiers.same(rename.from(), column)) {
                return new Place(table, rename.to(), altered);
            }
            if (operation instanceof AlterColumn alter
                    && isMine(alter.table().toString())
                    && Identifiers.same(alter.to().name(), column)) {
                return new Place(table, column, true);
            }
            return this;
        }

        private boolean isMine(String name) {
            return Identifiers.same(name, table);
        }
    }
}
