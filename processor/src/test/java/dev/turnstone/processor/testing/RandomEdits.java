package dev.turnstone.processor.testing;

import dev.turnstone.processor.testing.Model.Kind;
import dev.turnstone.processor.testing.Model.MColumn;
import dev.turnstone.processor.testing.Model.MDrop;
import dev.turnstone.processor.testing.Model.MPart;
import dev.turnstone.processor.testing.Model.MTable;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.DefaultValue;
import dev.turnstone.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Random changes of entities, each with the hints that it needs. */
final class RandomEdits {

    private final RandomSchemas schemas;
    private final Random random;
    private final Model model;
    private final boolean rowSafe;
    private final Map<MTable, String> oldTables = new HashMap<>();
    private final Map<MColumn, String> oldColumns = new HashMap<>();
    private final Set<Object> renamed = new HashSet<>();
    /** Columns renamed without a hint, by their fields: that needs the same type. */
    private final Set<MColumn> typeFixed = new HashSet<>();

    private final Set<MColumn> retyped = new HashSet<>();

    RandomEdits(RandomSchemas schemas, Random random, Model model, boolean rowSafe) {
        this.schemas = schemas;
        this.random = random;
        this.model = model;
        this.rowSafe = rowSafe;
        for (MTable table : model.tables) {
            oldTables.put(table, table.name);
            // A hint from before may stay in the source, or go.
            table.renamedFrom = schemas.chance(50) ? table.renamedFrom : "";
            for (MColumn column : table.columns) {
                oldColumns.put(column, column.name);
                column.renamedFrom = schemas.chance(50) ? column.renamedFrom : "";
            }
        }
    }

    void edit() {
        if (model.tables.isEmpty()) {
            schemas.addTable();
            return;
        }
        MTable table = schemas.pick(model.tables);
        MColumn column = table.columns.isEmpty() ? null : schemas.pick(table.columns);
        switch (random.nextInt(21)) {
            case 0 -> schemas.addTable();
            case 1 -> dropTable(table);
            case 2 -> renameTable(table, schemas.freshTableName());
            case 3 -> swapTables(table, schemas.pick(model.tables));
            case 4 -> takeOver(table, schemas.pick(model.tables));
            case 5, 6 -> addColumn(table);
            case 7 -> dropColumn(table, column);
            case 8 -> renameColumn(column, schemas.freshColumnName());
            case 9 -> swapColumns(column, schemas.pick(table.columns));
            case 10 -> takeOver(table, column, schemas.pick(table.columns));
            case 11 -> changeType(column);
            case 12 -> changeNullability(table, column);
            case 13 -> changeDefault(table, column);
            case 14 -> column.comment = schemas.chance(50) ? "" : "comment " + model.next();
            case 15 -> table.comment = schemas.chance(50) ? "" : "comment " + model.next();
            case 16 -> schemas.addForeignKey();
            case 17 -> changePart(table);
            case 18 -> changeCase(table);
            case 19 -> changeKey(table);
            default -> addPart(table);
        }
    }

    private void changeDefault(MTable table, MColumn column) {
        // A new column's default goes into the rows that are there: it refers to nothing, or is there twice.
        boolean fillsKey = rowSafe && !oldColumns.containsKey(column) && isKey(table, column);
        boolean none = column.identity || fillsKey || isPartOf(table, column, Kind.ONE_OF);
        column.defaultValue = none ? null : newDefault(column);
    }

    private static boolean isKey(MTable table, MColumn column) {
        return isPartOf(table, column, Kind.FK) || isPartOf(table, column, Kind.UK);
    }

    private DefaultValue newDefault(MColumn column) {
        // NOT NULL with a default may be a new column: it keeps one.
        return column.nullable && schemas.chance(50) ? null : schemas.defaultFor(column.type);
    }

    private static boolean isPartOf(MTable table, MColumn column, Kind kind) {
        return table.parts.stream().anyMatch(part -> part.kind == kind && part.columns.contains(column));
    }

    private void dropTable(MTable table) {
        model.tables.remove(table);
        model.removeForeignKeysWithoutKey();
        model.drops.removeIf(drop -> drop.table() == table);
        if (oldTables.containsKey(table)) {
            model.drops.add(new MDrop(null, oldTables.get(table)));
        }
    }

    private void renameTable(MTable table, String name) {
        if (!oldTables.containsKey(table)) {
            table.name = name;
        } else if (renamed.add(table)) {
            // A class that stays tells as much as a hint.
            boolean bySource = schemas.chance(30);
            table.renamedFrom = bySource ? "" : table.name;
            table.name = name;
        }
    }

    private void swapTables(MTable one, MTable other) {
        boolean old = oldTables.containsKey(one) && oldTables.containsKey(other) && one != other;
        if (old && renamed.add(one) && renamed.add(other)) {
            one.renamedFrom = one.name;
            other.renamedFrom = other.name;
            one.name = other.renamedFrom;
            other.name = one.renamedFrom;
        }
    }

    /** One table goes, and another gets its name. */
    private void takeOver(MTable table, MTable gone) {
        boolean old = oldTables.containsKey(table) && oldTables.containsKey(gone) && table != gone;
        if (old && !renamed.contains(gone) && renamed.add(table)) {
            dropTable(gone);
            table.renamedFrom = table.name;
            table.name = gone.name;
        }
    }

    private void addColumn(MTable table) {
        MColumn column = schemas.column(schemas.anyType());
        if (!column.nullable) {
            column.defaultValue = schemas.defaultFor(column.type);
            column.nullable = column.defaultValue == null;
        }
        table.columns.add(column);
    }

    private void dropColumn(MTable table, MColumn column) {
        boolean isKey = isPartOf(table, column, Kind.PK);
        if (column == null || isKey || table.columns.size() < 2 || (rowSafe && !column.nullable)) {
            return;
        }
        model.removePartsWith(column);
        model.removeForeignKeysWithoutKey();
        table.columns.remove(column);
        if (oldTables.containsKey(table) && oldColumns.containsKey(column)) {
            model.drops.add(new MDrop(table, oldColumns.get(column)));
        }
    }

    private void renameColumn(MColumn column, String name) {
        if (column == null) {
            return;
        }
        if (!oldColumns.containsKey(column)) {
            column.name = name;
        } else if (renamed.add(column)) {
            boolean byField = schemas.chance(30) && !retyped.contains(column);
            column.renamedFrom = byField ? "" : column.name;
            column.name = name;
            if (byField) {
                typeFixed.add(column);
            }
        }
    }

    private void swapColumns(MColumn one, MColumn other) {
        boolean old = oldColumns.containsKey(one) && oldColumns.containsKey(other) && one != other;
        if (old && renamed.add(one) && renamed.add(other)) {
            one.renamedFrom = one.name;
            other.renamedFrom = other.name;
            one.name = other.renamedFrom;
            other.name = one.renamedFrom;
        }
    }

    private void takeOver(MTable table, MColumn column, MColumn gone) {
        boolean old = oldColumns.containsKey(column) && oldColumns.containsKey(gone) && column != gone;
        if (!old || renamed.contains(gone) || renamed.contains(column)) {
            return;
        }
        dropColumn(table, gone);
        if (!table.columns.contains(gone)) {
            renamed.add(column);
            column.renamedFrom = column.name;
            column.name = gone.name;
        }
    }

    private void changeType(MColumn column) {
        if (column == null || typeFixed.contains(column)) {
            return;
        }
        Set<MColumn> connected = connected(column);
        boolean isFixed = connected.stream()
                .anyMatch(each -> each.identity
                        || typeFixed.contains(each)
                        || model.tables.stream().anyMatch(table -> isPartOf(table, each, Kind.ONE_OF)));
        ColumnType type = rowSafe ? wider(column.type) : schemas.keyType();
        if (isFixed || type.equals(column.type)) {
            return;
        }
        for (MColumn each : connected) {
            each.type = type;
            retyped.add(each);
            each.defaultValue = each.defaultValue == null ? null : schemas.defaultFor(type);
        }
    }

    private static ColumnType wider(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT -> ColumnType.parse("integer");
            case SMALLINT, INTEGER -> ColumnType.parse("bigint");
            case REAL -> ColumnType.parse("double");
            case VARCHAR -> ColumnType.parse("varchar(" + (type.length() + 10) + ")");
            case DECIMAL -> ColumnType.decimal(Math.min(type.length() + 4, 38), type.scale() + 1);
            default -> type;
        };
    }

    /** The column and all that foreign keys tie to it: both sides of a key have one type. */
    private Set<MColumn> connected(MColumn column) {
        Set<MColumn> connected = new HashSet<>(Set.of(column));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (MTable table : model.tables) {
                for (MPart part : table.parts) {
                    for (int i = 0; i < part.references.size(); i++) {
                        MColumn one = part.columns.get(i);
                        MColumn other = part.references.get(i);
                        if (connected.contains(one) != connected.contains(other)) {
                            connected.add(one);
                            connected.add(other);
                            grew = true;
                        }
                    }
                }
            }
        }
        return connected;
    }

    private void changeNullability(MTable table, MColumn column) {
        // Several rows without a value would get the same one.
        boolean isKey = isPartOf(table, column, Kind.FK) || (rowSafe && isKey(table, column));
        if (isKey || isPartOf(table, column, Kind.PK) || column.identity) {
            return;
        }
        if (column.nullable && column.defaultValue == null && !isKey(table, column)) {
            column.defaultValue = isPartOf(table, column, Kind.ONE_OF) ? null : schemas.defaultFor(column.type);
        }
        boolean mayBeNotNull = (oldColumns.containsKey(column) && !rowSafe) || column.defaultValue != null;
        column.nullable = !column.nullable || !mayBeNotNull;
    }

    private void changePart(MTable table) {
        if (table.parts.isEmpty()) {
            return;
        }
        MPart part = schemas.pick(table.parts);
        switch (random.nextInt(5)) {
            case 0 -> part.explicitName = schemas.explicitName();
            case 1 -> part.explicitName = null;
            case 2 -> {
                if (part.kind != Kind.PK) {
                    table.parts.remove(part);
                    model.removeForeignKeysWithoutKey();
                }
            }
            case 3 -> {
                if (part.kind == Kind.FK) {
                    part.onDelete = schemas.pick(List.of(ReferentialAction.NO_ACTION, ReferentialAction.CASCADE));
                } else if (part.kind == Kind.ONE_OF) {
                    part.values = List.of("NEW", "MIDDLE", "OLD");
                } else if (part.kind == Kind.IX) {
                    reverse(table, part);
                }
            }
            default -> {
                // The names of two parts are swapped, whatever their kinds.
                MPart other = schemas.pick(table.parts);
                String name = part.explicitName;
                if (name != null && other.explicitName != null) {
                    part.explicitName = other.explicitName;
                    other.explicitName = name;
                }
            }
        }
    }

    /** Of equal indexes the source declares one. */
    private static void reverse(MTable table, MPart index) {
        List<MColumn> reversed = new ArrayList<>(index.columns);
        java.util.Collections.reverse(reversed);
        if (table.parts.stream().noneMatch(part -> part.kind == Kind.IX && part.columns.equals(reversed))) {
            index.columns = reversed;
        }
    }

    private void changeCase(MTable table) {
        table.name = schemas.chance(50) ? table.name.toUpperCase(Locale.ROOT) : table.name;
        table.columns.forEach(column -> column.name = schemas.chance(30)
                        && table.parts.stream()
                                .noneMatch(part -> part.kind == Kind.SQL && part.columns.contains(column))
                ? column.name.toUpperCase(Locale.ROOT)
                : column.name);
    }

    /** Another primary key: over one more column, or one less; if rows must fit, one that is numbered otherwise. */
    private void changeKey(MTable table) {
        for (MPart part : table.parts) {
            if (part.kind == Kind.PK && rowSafe) {
                toggleIdentity(part);
            } else if (part.kind == Kind.PK) {
                List<MColumn> others = table.columns.stream()
                        .filter(column -> !column.nullable && RandomSchemas.isIndexable(column))
                        .filter(column -> !part.columns.contains(column))
                        .toList();
                if (part.columns.size() > 1) {
                    part.columns.remove(0).identity = false;
                } else if (!others.isEmpty()) {
                    part.columns = new ArrayList<>(part.columns);
                    part.columns.add(schemas.pick(others));
                }
            }
        }
        model.removeForeignKeysWithoutKey();
    }

    private static void toggleIdentity(MPart key) {
        MColumn column = key.columns.get(0);
        if (key.columns.size() == 1 && column.type.kind() == ColumnType.Kind.BIGINT) {
            column.identity = !column.identity;
            column.defaultValue = column.identity ? null : column.defaultValue;
        }
    }

    private void addPart(MTable table) {
        List<MColumn> among = rowSafe
                ? table.columns.stream()
                        .filter(column ->
                                !oldColumns.containsKey(column) && column.nullable && column.defaultValue == null)
                        .toList()
                : table.columns;
        schemas.addRandomPart(table, among);
    }
}
