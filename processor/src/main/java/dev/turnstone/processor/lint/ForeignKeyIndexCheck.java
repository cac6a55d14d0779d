package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ForeignKey;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Index;
import dev.turnstone.schema.PrimaryKey;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import dev.turnstone.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A foreign key whose columns no index begins with. */
final class ForeignKeyIndexCheck implements LintCheck {

    /** The databases that make no index for a foreign key themselves. */
    private static final Set<String> WITHOUT = Set.of("postgresql", "sqlite");

    @Override
    public List<Remark> check(LintContext context) {
        List<String> targets = context.targets().stream()
                .map(Dialect::name)
                .filter(WITHOUT::contains)
                .toList();
        List<Remark> remarks = new ArrayList<>();
        if (!targets.isEmpty()) {
            String databases = String.join(", ", targets);
            context.operations(CreateTable.class)
                    .forEach(create -> create.table()
                            .foreignKeys()
                            .forEach(key ->
                                    add(context, databases, create.table().name(), key, remarks)));
            context.operations(AddConstraint.class).forEach(add -> {
                if (add.constraint() instanceof ForeignKey key) {
                    add(context, databases, add.table(), key, remarks);
                }
            });
        }
        return remarks;
    }

    private static void add(
            LintContext context, String databases, TableName name, ForeignKey key, List<Remark> remarks) {
        if (context.target().table(name).filter(table -> hasIndex(table, key)).isPresent()) {
            return;
        }
        String columns = String.join(", ", key.columns());
        remarks.add(new Remark(
                Tag.FK_INDEX,
                Remark.subject(name, key.name()),
                context.place(name, key.name()),
                "No index of table " + name + " begins with " + columns + ", which refers to " + key.table() + ". In "
                        + databases + " each delete in " + key.table()
                        + ", and each look for what belongs to one of its"
                        + " rows, reads the whole table.",
                key.columns().size() == 1
                        ? "@Index on the field"
                        : "@Index(columns = {\"" + String.join("\", \"", key.columns()) + "\"}) on the class"));
    }

    private static boolean hasIndex(Table table, ForeignKey key) {
        return Stream.of(
                        table.indexes().stream().map(Index::columns),
                        table.constraintsOf(Unique.class).stream().map(Unique::columns),
                        table.primaryKey().stream().map(PrimaryKey::columns))
                .flatMap(each -> each)
                .anyMatch(columns -> begins(columns, key.columns()));
    }

    /** In whatever order. */
    private static boolean begins(List<String> index, List<String> columns) {
        return index.size() >= columns.size()
                && index.subList(0, columns.size()).stream().allMatch(each -> Identifiers.contains(columns, each));
    }
}
