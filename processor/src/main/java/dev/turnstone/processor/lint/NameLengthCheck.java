package dev.turnstone.processor.lint;

import dev.turnstone.dialect.Dialect;
import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.AddConstraint;
import dev.turnstone.operation.AddIndex;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameConstraint;
import dev.turnstone.operation.RenameIndex;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.stream.Stream;

/** A name that a database would refuse, or cut. */
final class NameLengthCheck implements LintCheck {

    private record NewName(String what, String name, SourceRef place) {}

    @Override
    public List<Finding> check(LintContext context) {
        List<NewName> names = context.operations().stream()
                .flatMap(operation -> names(context, operation))
                .distinct()
                .toList();
        return context.targets().stream()
                .flatMap(target -> names.stream()
                        .filter(each -> target.identifierLength(each.name()) > target.maxIdentifierLength())
                        .map(each -> finding(target, each)))
                .toList();
    }

    private static Finding finding(Dialect target, NewName name) {
        int length = target.identifierLength(name.name());
        String unit = length == name.name().codePointCount(0, name.name().length()) ? " characters; " : " bytes; ";
        return Finding.of(
                Tag.NAME_LENGTH,
                name.place(),
                "The name of the " + name.what() + " " + name.name() + " has " + length + unit + target.name()
                        + " takes at most " + target.maxIdentifierLength() + ".",
                "Give it a shorter name in its annotation.");
    }

    private static Stream<NewName> names(LintContext context, Operation operation) {
        if (operation instanceof CreateTable create) {
            return ofTable(context, create.table());
        } else if (operation instanceof RenameTable rename) {
            return Stream.of(
                    new NewName("table", rename.to().name(), context.declared().place(rename.to())));
        } else if (operation instanceof AddColumn add) {
            return part(context, "column", add.table(), add.column().name());
        } else if (operation instanceof RenameColumn rename) {
            return part(context, "column", rename.table(), rename.to());
        } else if (operation instanceof AddConstraint add) {
            return part(context, "constraint", add.table(), add.constraint().name());
        } else if (operation instanceof RenameConstraint rename) {
            return part(context, "constraint", rename.table(), rename.to());
        } else if (operation instanceof AddIndex add) {
            return part(context, "index", add.table(), add.index().name());
        } else if (operation instanceof RenameIndex rename) {
            return part(context, "index", rename.table(), rename.to());
        }
        return Stream.empty();
    }

    private static Stream<NewName> ofTable(LintContext context, Table table) {
        return Stream.of(
                        Stream.of(new NewName(
                                "table", table.name().name(), context.declared().place(table.name()))),
                        table.columns().stream().flatMap(each -> part(context, "column", table.name(), each.name())),
                        table.constraints().stream()
                                .flatMap(each -> part(context, "constraint", table.name(), each.name())),
                        table.indexes().stream().flatMap(each -> part(context, "index", table.name(), each.name())))
                .flatMap(each -> each);
    }

    private static Stream<NewName> part(LintContext context, String what, TableName table, String name) {
        return Stream.of(new NewName(what, name, context.declared().place(table, name)));
    }
}
