package dev.turnstone.processor.diff;

import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.DropConstraint;
import dev.turnstone.operation.DropIndex;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.ConstraintVisitor;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableElement;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a table has besides columns, and has by name.
 *
 * @param element a constraint or an index
 */
record Part(TableElement element) {

    /** The kinds, in the order in which they are added. */
    enum Kind {
        PRIMARY_KEY,
        UNIQUE,
        INDEX,
        CHECK,
        FOREIGN_KEY
    }

    private static final ConstraintVisitor<Kind> KIND = new ConstraintVisitor<>() {
        @Override
        public Kind primaryKey(PrimaryKey key) {
            return Kind.PRIMARY_KEY;
        }

        @Override
        public Kind unique(Unique unique) {
            return Kind.UNIQUE;
        }

        @Override
        public Kind foreignKey(ForeignKey key) {
            return Kind.FOREIGN_KEY;
        }

        @Override
        public Kind check(Check check) {
            return Kind.CHECK;
        }
    };

    /** Parts are the same if their contents are equal; what has no meaning is left out: names, and orders of no effect. */
    private static final ConstraintVisitor<List<Object>> CONTENT = new ConstraintVisitor<>() {
        @Override
        public List<Object> primaryKey(PrimaryKey key) {
            return List.of(lower(key.columns()).sorted().toList());
        }

        @Override
        public List<Object> unique(Unique unique) {
            return List.of(lower(unique.columns()).toList());
        }

        @Override
        public List<Object> foreignKey(ForeignKey key) {
            List<List<String>> pairs = IntStream.range(0, key.columns().size())
                    .mapToObj(i -> lower(List.of(
                                    key.columns().get(i), key.references().get(i)))
                            .toList())
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
            String table = key.table().toString().toLowerCase(Locale.ROOT);
            return List.of(table, pairs, key.onDelete(), key.onUpdate());
        }

        @Override
        public List<Object> check(Check check) {
            return check.condition() instanceof Condition.OneOf oneOf
                    ? List.of(oneOf.column().toLowerCase(Locale.ROOT), new TreeSet<>(oneOf.values()))
                    : List.of(check.condition());
        }
    };

    static Stream<Part> of(Table table) {
        return Stream.<TableElement>concat(table.constraints().stream(), table.indexes().stream())
                .map(Part::new);
    }

    private static Stream<String> lower(Collection<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT));
    }

    String name() {
        return element instanceof Index index ? index.name() : ((Constraint) element).name();
    }

    Part named(String name) {
        return new Part(element instanceof Index index ? index.withName(name) : ((Constraint) element).withName(name));
    }

    Kind kind() {
        return element instanceof Constraint constraint ? constraint.accept(KIND) : Kind.INDEX;
    }

    /** All that counts in a comparison. */
    List<Object> content() {
        return List.of(
                kind(),
                element instanceof Constraint constraint
                        ? constraint.accept(CONTENT)
                        : lower(((Index) element).columns()).toList());
    }

    /** Whether the part names a column of its own table. */
    boolean mentions(String column) {
        return element instanceof Index index
                ? Identifiers.contains(index.columns(), column)
                : ((Constraint) element).mentions(column);
    }

    Operation add(TableName table) {
        return element instanceof Index index
                ? new AddIndex(table, index)
                : new AddConstraint(table, (Constraint) element);
    }

    Operation drop(TableName table) {
        return element instanceof Index index
                ? new DropIndex(table, index)
                : new DropConstraint(table, (Constraint) element);
    }

    Operation rename(TableName table, String from, String to) {
        return element instanceof Index ? new RenameIndex(table, from, to) : new RenameConstraint(table, from, to);
    }
}
