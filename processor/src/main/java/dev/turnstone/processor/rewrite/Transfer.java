package dev.turnstone.processor.rewrite;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.DropTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.OperationVisitor;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Column;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Carries one branch's operations over to the ground that another branch left; null stands for what is done already. */
final class Transfer implements OperationVisitor<Operation> {

    private final Schema base;
    private final List<Operation> ground;
    private final Schema groundEnd;
    private final Line groundLine;
    private final Line own;
    private final Names names;
    /** Where this branch stands on the new ground, by the names that everything has at the end of the other one. */
    private final Line rebased;

    private final Asides asides;

    private Schema schema;

    Transfer(Schema base, List<Operation> ground, List<List<Operation>> migrations) {
        this.base = base;
        this.ground = ground;
        this.groundEnd = SchemaReplay.replay(base, ground);
        this.groundLine = Line.of(base, ground);
        this.own = new Line(base);
        this.names = new Names(base, own, groundLine);
        this.schema = groundEnd;
        this.rebased = new Line(groundEnd);
        this.asides = new Asides(base, migrations.stream().flatMap(List::stream).toList(), own, rebased);
    }

    /**
     * Carries the next operation over.
     *
     * @return the operation as it must be now; empty if the other branch did the same
     */
    Optional<Operation> transfer(Operation operation) {
        try {
            Optional<Operation> adapted = Optional.ofNullable(operation.accept(this));
            adapted.ifPresent(this::go);
            return adapted;
        } catch (IllegalArgumentException e) {
            throw new Conflict("what the other branch changed does not go with it: " + e.getMessage());
        } finally {
            own.follow(operation);
        }
    }

    private void go(Operation operation) {
        schema = SchemaReplay.replay(schema, List.of(operation));
        rebased.follow(operation);
    }

    private Table table(TableName name) {
        return schema.table(name).orElseThrow(() -> new Conflict("there is no table " + name + " any more"));
    }

    @Override
    public Operation createTable(CreateTable operation) {
        Table table = names.table(operation.table());
        Table there = schema.table(table.name()).orElse(null);
        if (there != null && !there.equals(table)) {
            throw new Conflict("the other branch has a table of this name with another definition");
        }
        return there == null ? new CreateTable(table) : null;
    }

    @Override
    public Operation dropTable(DropTable operation) {
        TableName origin = own.origin(operation.table().name());
        if (origin != null) {
            TableName now = groundLine.now(origin);
            if (now == null) {
                return null;
            }
            Table before = base.table(origin).orElseThrow();
            // A key of the table follows what is renamed elsewhere: that is no change of the table.
            Table followed = new Names(base, new Line(base), groundLine).table(before);
            if (!groundEnd.table(now).equals(Optional.of(followed))
                    || !groundLine.lostColumns(before).isEmpty()) {
                throw new Conflict("the other branch changed table " + origin);
            }
            Names.requireNoStep(ground, List.of(now.name()));
        }
        return new DropTable(table(names.table(operation.table().name())));
    }

    @Override
    public Operation renameTable(RenameTable operation) {
        TableName now = names.table(operation.from());
        if (now.equals(operation.to())) {
            return null;
        }
        if (!now.equals(operation.from())) {
            throw new Conflict("the other branch renamed it to " + now);
        }
        return new RenameTable(now, operation.to());
    }

    @Override
    public Operation alterTableComment(AlterTableComment operation) {
        TableName name = names.table(operation.table());
        String from = table(name).comment();
        String to = Merged.value("comment", operation.from(), operation.to(), from);
        return to.equals(from) ? null : new AlterTableComment(name, from, to);
    }

    @Override
    public Operation addColumn(AddColumn operation) {
        TableName name = names.table(operation.table());
        names.requireKnown(operation.table(), operation.fill());
        Column there = table(name).column(operation.column().name()).orElse(null);
        if (there == null) {
            return new AddColumn(name, operation.column(), operation.fill());
        }
        if (!there.equals(operation.column())) {
            throw new Conflict("the other branch has a column of this name with another definition");
        }
        if (AddedColumn.in(ground, name, there.name())
                .filter(add -> !Objects.equals(add.fill(), operation.fill()))
                .isPresent()) {
            throw new Conflict("the other branch added it with another value for the rows that exist");
        }
        return null;
    }

    @Override
    public Operation dropColumn(DropColumn operation) {
        TableName origin = own.origin(operation.table());
        String column = operation.column().name();
        String columnOrigin = origin == null ? null : own.columnOrigin(operation.table(), column);
        TableName name = names.table(operation.table());
        if (columnOrigin != null) {
            String now = groundLine.columnNow(origin, columnOrigin);
            if (now == null) {
                return null;
            }
            if (!now.equals(columnOrigin)) {
                throw new Conflict("the other branch renamed it to " + now);
            }
            if (!column(groundEnd, groundLine.now(origin), now).equals(column(base, origin, columnOrigin))) {
                throw new Conflict("the other branch changed it");
            }
            names.requireUnspoken(origin, groundEnd, now);
            Names.requireNoStep(ground, List.of(name.name(), now));
        }
        return new DropColumn(name, column(name, names.column(operation.table(), column)), operation.refill());
    }

    private static Column column(Schema schema, TableName table, String column) {
        return schema.table(table).flatMap(each -> each.column(column)).orElseThrow();
    }

    private Column column(TableName table, String column) {
        return table(table)
                .column(column)
                .orElseThrow(() -> new Conflict("there is no column " + table + "." + column + " any more"));
    }

    @Override
    public Operation renameColumn(RenameColumn operation) {
        TableName name = names.table(operation.table());
        String now = names.column(operation.table(), operation.from());
        if (!renames(operation.from(), operation.to(), now)) {
            return null;
        }
        if (own.origin(operation.table()) != null) {
            names.requireUnspoken(own.origin(operation.table()), groundEnd, now);
        }
        return new RenameColumn(name, now, operation.to());
    }

    private static boolean renames(String from, String to, String now) {
        if (!now.equals(from) && !now.equals(to)) {
            throw new Conflict("the other branch renamed it to " + now);
        }
        return !now.equals(to);
    }

    @Override
    public Operation alterColumn(AlterColumn operation) {
        TableName name = names.table(operation.table());
        Column there =
                column(name, names.column(operation.table(), operation.from().name()));
        for (var rows : List.of(operation.rows(), operation.rowsBack())) {
            names.requireKnown(operation.table(), rows.using());
            names.requireKnown(operation.table(), rows.fill());
        }
        Column merged = Merged.column(operation.from(), operation.to(), there);
        return merged.equals(there)
                ? null
                : new AlterColumn(name, there, merged, operation.rows(), operation.rowsBack());
    }

    @Override
    public Operation addConstraint(AddConstraint operation) {
        TableName name = names.table(operation.table());
        if (asides.contains(operation.table(), operation.constraint())) {
            return asides.take(operation.table(), operation.constraint())
                    .map(each -> new AddConstraint(name, each))
                    .orElse(null);
        }
        Constraint constraint = names.constraint(operation.table(), operation.constraint());
        Constraint there = table(name).constraint(constraint.name()).orElse(null);
        return isNew(constraint, there) ? new AddConstraint(name, constraint) : null;
    }

    private static boolean isNew(Object part, Object there) {
        if (there != null && !there.equals(part)) {
            throw new Conflict("the other branch has one of this name with another definition");
        }
        return there == null;
    }

    @Override
    public Operation dropConstraint(DropConstraint operation) {
        TableName name = names.table(operation.table());
        String part = part(operation.table(), operation.constraint().name());
        if (asides.isRestored(operation.table(), operation.constraint())) {
            Optional<Constraint> there = Optional.ofNullable(part).flatMap(table(name)::constraint);
            asides.put(operation.table(), operation.constraint(), name, there);
            return there.map(each -> new DropConstraint(name, each)).orElse(null);
        }
        if (part == null) {
            return null;
        }
        Constraint there = table(name).constraint(part).orElseThrow(() -> gone(part));
        Constraint wanted =
                names.constraint(operation.table(), operation.constraint()).withName(part);
        return isAsBefore(operation.table(), part, wanted, there) ? new DropConstraint(name, there) : null;
    }

    /** A part is changed by dropping it and adding another of its name; where both do that, the other one is compared. */
    private boolean isAsBefore(TableName table, String name, Object part, Object there) {
        if (!part.equals(there) && !asides.adds(table, name)) {
            throw new Conflict("the other branch changed it");
        }
        return part.equals(there);
    }

    /** What a constraint or index of this branch is called on the ground; null if it is gone there. */
    private String part(TableName table, String part) {
        TableName origin = own.origin(table);
        String partOrigin = origin == null ? null : own.partOrigin(table, part);
        return partOrigin == null || !partOrigin.equals(part) ? part : groundLine.partNow(origin, partOrigin);
    }

    private String partThere(TableName table, String part) {
        return Optional.ofNullable(part(table, part)).orElseThrow(() -> gone(part));
    }

    private static Conflict gone(String part) {
        return new Conflict("the other branch dropped " + part);
    }

    @Override
    public Operation renameConstraint(RenameConstraint operation) {
        TableName name = names.table(operation.table());
        String now = partThere(operation.table(), operation.from());
        return renames(operation.from(), operation.to(), now) ? new RenameConstraint(name, now, operation.to()) : null;
    }

    @Override
    public Operation addIndex(AddIndex operation) {
        TableName name = names.table(operation.table());
        Index index = names.index(operation.table(), operation.index());
        return isNew(index, table(name).index(index.name()).orElse(null)) ? new AddIndex(name, index) : null;
    }

    @Override
    public Operation dropIndex(DropIndex operation) {
        TableName name = names.table(operation.table());
        String part = part(operation.table(), operation.index().name());
        if (part == null) {
            return null;
        }
        Index there = table(name).index(part).orElseThrow(() -> gone(part));
        Index wanted = names.index(operation.table(), operation.index()).withName(part);
        return isAsBefore(operation.table(), part, wanted, there) ? new DropIndex(name, there) : null;
    }

    @Override
    public Operation renameIndex(RenameIndex operation) {
        TableName name = names.table(operation.table());
        String now = partThere(operation.table(), operation.from());
        return renames(operation.from(), operation.to(), now) ? new RenameIndex(name, now, operation.to()) : null;
    }

    @Override
    public Operation runSql(RunSql operation) {
        if (ground.contains(operation)) {
            return null;
        }
        if (ground.stream()
                .anyMatch(each -> each instanceof RunSql other && other.name().equals(operation.name()))) {
            throw new Conflict("the other branch has a step of this name with another text");
        }
        names.requireKnown(operation);
        return operation;
    }

    @Override
    public Operation runData(RunData operation) {
        return ground.contains(operation) ? null : operation;
    }

    @Override
    public Operation changeSequence(ChangeSequence operation) {
        if (ground.contains(operation)) {
            return null;
        }
        if (ground.stream()
                .anyMatch(each ->
                        each instanceof ChangeSequence other && other.name().same(operation.name()))) {
            throw new Conflict("the other branch changes this sequence, too");
        }
        return operation;
    }
}
