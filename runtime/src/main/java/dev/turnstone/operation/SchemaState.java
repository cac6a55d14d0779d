package dev.turnstone.operation;

import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** A schema while operations are applied to it; knows what of different tables fits together. */
final class SchemaState implements OperationVisitor<Void> {

    private final SortedMap<TableName, TableState> tables = new TreeMap<>();
    private final PartNames names = new PartNames();

    /** By table: those that reference it, or once did. A table that was renamed is the same object still. */
    private final Map<TableName, Set<TableState>> referencing = new TreeMap<>();

    private final SortedMap<TableName, Sequence> sequences = new TreeMap<>();

    SchemaState(Schema schema) {
        schema.tables().forEach(this::put);
        schema.sequences().forEach(each -> sequences.put(each.name(), each));
    }

    Schema schema() {
        return new Schema(tables.values().stream().map(TableState::table).toList(), List.copyOf(sequences.values()));
    }

    private TableState put(Table table) {
        requireNoTable(table.name());
        TableState state = new TableState(table);
        state.partNames().forEach(name -> names.claim(state, name));
        tables.put(table.name(), state);
        table.foreignKeys().forEach(key -> remember(state, key));
        return state;
    }

    @Override
    public Void createTable(CreateTable operation) {
        TableState state = put(operation.table());
        operation.table().foreignKeys().forEach(key -> requireReferencedKey(state, key));
        return null;
    }

    @Override
    public Void dropTable(DropTable operation) {
        Table table = operation.table();
        TableState state = table(table.name());
        Table found = state.table();
        // What takes a new table back need not say what it consists of.
        if (!table.columns().isEmpty() && !found.equals(table)) {
            throw new InvalidOperationException("The table " + table.name() + " is not as it was recorded: it is "
                    + found + ", not " + table + ".");
        }
        forReferences(table.name(), (from, key) -> {
            if (from != state) {
                throw new InvalidOperationException("The table " + table.name() + " cannot be dropped: the foreign key "
                        + key.name() + " of table " + from.name() + " references it.");
            }
        });
        state.partNames().forEach(name -> names.release(table.name(), name));
        referencing.values().forEach(sources -> sources.remove(state));
        tables.remove(table.name());
        return null;
    }

    @Override
    public Void renameTable(RenameTable operation) {
        TableState state = table(operation.from());
        if (!operation.from().same(operation.to())) {
            requireNoTable(operation.to());
        }
        List<String> parts = state.partNames();
        parts.forEach(name -> names.release(operation.from(), name));
        tables.remove(operation.from());
        state.rename(operation.to());
        tables.put(operation.to(), state);
        parts.forEach(name -> names.claim(state, name));
        Set<TableState> sources = referencing.remove(operation.from());
        if (sources != null) {
            sources.forEach(source -> source.replaceForeignKeys(
                    key -> key.table().same(operation.from()) ? key.withTable(operation.to()) : key));
            sourcesOf(operation.to()).addAll(sources);
        }
        return null;
    }

    @Override
    public Void alterTableComment(AlterTableComment operation) {
        table(operation.table()).changeComment(operation.from(), operation.to());
        return null;
    }

    @Override
    public Void addColumn(AddColumn operation) {
        table(operation.table()).addColumn(operation.column());
        return null;
    }

    @Override
    public Void dropColumn(DropColumn operation) {
        TableState state = table(operation.table());
        forReferences(operation.table(), (from, key) -> {
            if (Identifiers.contains(key.references(), operation.column().name())) {
                throw new InvalidOperationException(
                        "The column " + operation.column().name() + " of table "
                                + operation.table() + " cannot be dropped: the foreign key " + key.name() + " of table "
                                + from.name() + " references it.");
            }
        });
        state.dropColumn(operation.column());
        return null;
    }

    @Override
    public Void renameColumn(RenameColumn operation) {
        table(operation.table()).renameColumn(operation.from(), operation.to());
        sourcesOf(operation.table())
                .forEach(source -> source.replaceForeignKeys(key -> key.table().same(operation.table())
                        ? key.withReferenceRenamed(operation.from(), operation.to())
                        : key));
        return null;
    }

    @Override
    public Void alterColumn(AlterColumn operation) {
        table(operation.table()).alterColumn(operation.from(), operation.to());
        return null;
    }

    @Override
    public Void addConstraint(AddConstraint operation) {
        TableState state = table(operation.table());
        Constraint constraint = operation.constraint();
        state.addConstraint(constraint);
        names.claim(state, constraint.name());
        if (constraint instanceof ForeignKey key) {
            requireReferencedKey(state, key);
            remember(state, key);
        }
        return null;
    }

    @Override
    public Void dropConstraint(DropConstraint operation) {
        TableState state = table(operation.table());
        Constraint constraint = operation.constraint();
        state.dropConstraint(constraint);
        names.release(operation.table(), constraint.name());
        if (constraint instanceof PrimaryKey || constraint instanceof Unique) {
            forReferences(operation.table(), this::requireReferencedKey);
        }
        return null;
    }

    @Override
    public Void renameConstraint(RenameConstraint operation) {
        TableState state = table(operation.table());
        state.renameConstraint(operation.from(), operation.to());
        names.release(operation.table(), operation.from());
        names.claim(state, operation.to());
        return null;
    }

    @Override
    public Void addIndex(AddIndex operation) {
        TableState state = table(operation.table());
        Index index = operation.index();
        state.addIndex(index);
        names.claim(state, index.name());
        return null;
    }

    @Override
    public Void dropIndex(DropIndex operation) {
        table(operation.table()).dropIndex(operation.index());
        names.release(operation.table(), operation.index().name());
        return null;
    }

    @Override
    public Void renameIndex(RenameIndex operation) {
        TableState state = table(operation.table());
        state.renameIndex(operation.from(), operation.to());
        names.release(operation.table(), operation.from());
        names.claim(state, operation.to());
        return null;
    }

    @Override
    public Void runSql(RunSql operation) {
        return null;
    }

    @Override
    public Void runData(RunData operation) {
        return null;
    }

    @Override
    public Void changeSequence(ChangeSequence operation) {
        Sequence from = operation.from();
        Sequence to = operation.to();
        if (from != null && !from.equals(sequences.remove(from.name()))) {
            throw new InvalidOperationException("There is no sequence " + from.name() + " as it was recorded.");
        }
        if (to != null && sequences.putIfAbsent(to.name(), to) != null) {
            throw new InvalidOperationException("There is a sequence " + to.name() + " already.");
        }
        return null;
    }

    private TableState table(TableName name) {
        TableState state = tables.get(name);
        if (state == null) {
            throw new InvalidOperationException("There is no table " + name + ".");
        }
        return state;
    }

    private void requireNoTable(TableName name) {
        if (tables.containsKey(name)) {
            throw new InvalidOperationException("There is a table " + name + " already.");
        }
    }

    private void requireReferencedKey(TableState from, ForeignKey key) {
        TableState to = tables.get(key.table());
        if (to == null) {
            return;
        }
        key.references().forEach(column -> to.requireColumn(column, "the foreign key " + key.name()));
        if (!to.hasKey(key.references())) {
            throw new InvalidOperationException("The foreign key " + key.name() + " of table " + from.name()
                    + " needs a primary key or a unique constraint over " + String.join(", ", key.references())
                    + " of table " + to.name() + ".");
        }
    }

    private void remember(TableState from, ForeignKey key) {
        sourcesOf(key.table()).add(from);
    }

    private Set<TableState> sourcesOf(TableName table) {
        return referencing.computeIfAbsent(table, name -> new LinkedHashSet<>());
    }

    private void forReferences(TableName table, BiConsumer<TableState, ForeignKey> action) {
        for (TableState source : sourcesOf(table)) {
            source.constraintsOf(ForeignKey.class)
                    .filter(key -> key.table().same(table))
                    .forEach(key -> action.accept(source, key));
        }
    }
}
