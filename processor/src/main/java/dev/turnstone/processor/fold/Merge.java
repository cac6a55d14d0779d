package dev.turnstone.processor.fold;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.AlterColumn;
import dev.turnstone.operation.AlterTableComment;
import dev.turnstone.operation.Conversion;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.DropColumn;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Two operations that follow one another, as one or none. Each rule says what becomes of something new; read backwards it
 * says what becomes of something that goes.
 */
final class Merge {

    private Merge() {}

    /**
     * Merges two operations.
     *
     * @param first what comes first
     * @param second what follows at once
     * @return what does the same to a schema and to its rows, in one operation or none; empty if nothing does
     */
    static Optional<List<Operation>> of(Operation first, Operation second) {
        return forwards(first, second)
                .or(() -> forwards(second.inverse(), first.inverse()).map(Operations::inverse));
    }

    private static Optional<List<Operation>> forwards(Operation first, Operation second) {
        if (isUndone(first, second)) {
            return Optional.of(List.of());
        }
        if (first instanceof CreateTable create) {
            return created(create, second);
        }
        if (!isOnOneTable(first, second)) {
            return Optional.empty();
        }
        if (first instanceof AddColumn add) {
            return added(add, second);
        }
        if (first instanceof AddConstraint add && second instanceof RenameConstraint rename) {
            return Identifiers.same(add.constraint().name(), rename.from())
                    ? one(new AddConstraint(add.table(), add.constraint().withName(rename.to())))
                    : Optional.empty();
        }
        if (first instanceof AddIndex add && second instanceof RenameIndex rename) {
            return Identifiers.same(add.index().name(), rename.from())
                    ? one(new AddIndex(add.table(), add.index().withName(rename.to())))
                    : Optional.empty();
        }
        return changedTwice(first, second);
    }

    /** Whether the second one goes on with the table that the first one leaves. */
    static boolean isOnOneTable(Operation first, Operation second) {
        Optional<TableName> found = OperationTable.foundBy(second);
        return OperationTable.leftBy(first)
                .filter(left -> found.filter(left::same).isPresent())
                .isPresent();
    }

    /** What has no rows of its own is as if it had never gone, or come. A column or table would come back empty. */
    private static boolean isUndone(Operation first, Operation second) {
        return (first instanceof AddConstraint
                        || first instanceof AddIndex
                        || first instanceof DropConstraint
                        || first instanceof DropIndex)
                && first.inverse().equals(second);
    }

    /** No row is in a table that was just made, so only its last form counts. */
    private static Optional<List<Operation>> created(CreateTable create, Operation second) {
        if (second instanceof CreateTable || !isOnOneTable(create, second)) {
            return Optional.empty();
        }
        Schema after = SchemaReplay.replay(new Schema(List.of(create.table())), List.of(second));
        return Optional.of(after.tables().stream()
                .map(CreateTable::new)
                .map(Operation.class::cast)
                .toList());
    }

    private static Optional<List<Operation>> added(AddColumn add, Operation second) {
        String name = add.column().name();
        if (second instanceof DropColumn drop && Identifiers.same(drop.column().name(), name)) {
            return Optional.of(List.of());
        }
        if (second instanceof RenameColumn rename
                && Identifiers.same(rename.from(), name)
                && !SqlNames.mentions(add.fill(), name)) {
            return one(new AddColumn(add.table(), add.column().withName(rename.to()), add.fill()));
        }
        if (second instanceof AlterColumn alter && Identifiers.same(alter.from().name(), name)) {
            return RowValues.addAltered(add, alter).map(List::of);
        }
        return Optional.empty();
    }

    private static Optional<List<Operation>> changedTwice(Operation first, Operation second) {
        if (first instanceof RenameTable one && second instanceof RenameTable two) {
            return renamed(one.from(), one.to(), two.from(), two.to(), RenameTable::new);
        }
        if (first instanceof RenameColumn one && second instanceof RenameColumn two) {
            return renamed(
                    one.from(), one.to(), two.from(), two.to(), (from, to) -> new RenameColumn(one.table(), from, to));
        }
        if (first instanceof RenameConstraint one && second instanceof RenameConstraint two) {
            return renamed(
                    one.from(),
                    one.to(),
                    two.from(),
                    two.to(),
                    (from, to) -> new RenameConstraint(one.table(), from, to));
        }
        if (first instanceof RenameIndex one && second instanceof RenameIndex two) {
            return renamed(
                    one.from(), one.to(), two.from(), two.to(), (from, to) -> new RenameIndex(one.table(), from, to));
        }
        if (first instanceof AlterTableComment one && second instanceof AlterTableComment two) {
            return unlessSame(one.from(), two.to(), new AlterTableComment(one.table(), one.from(), two.to()));
        }
        if (first instanceof AlterColumn one
                && second instanceof AlterColumn two
                && one.to().name().equals(two.from().name())) {
            return RowValues.altered(one, two).flatMap(Merge::altered);
        }
        return Optional.empty();
    }

    private static Optional<List<Operation>> altered(AlterColumn alter) {
        boolean plain = alter.rows().equals(Conversion.NONE) && alter.rowsBack().equals(Conversion.NONE);
        return plain || !alter.from().equals(alter.to())
                ? unlessSame(alter.from(), alter.to(), alter)
                : Optional.empty();
    }

    private static <N> Optional<List<Operation>> renamed(
            N from, N middle, N again, N to, BiFunction<N, N, Operation> rename) {
        return middle.equals(again) ? unlessSame(from, to, rename.apply(from, to)) : Optional.empty();
    }

    private static Optional<List<Operation>> unlessSame(Object from, Object to, Operation change) {
        return Optional.of(Objects.equals(from, to) ? List.of() : List.of(change));
    }

    private static Optional<List<Operation>> one(Operation operation) {
        return Optional.of(List.of(operation));
    }
}
