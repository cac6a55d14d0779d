package dev.turnstone.processor.lint;

import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.lint.ChangeIndex.NewName;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Capital letters in names, which databases treat in different ways. */
final class NameCaseCheck implements LintCheck {

    @Override
    public List<Remark> check(LintContext context) {
        return context.names().stream()
                .filter(each -> isTroubled(context, each))
                .collect(Collectors.groupingBy(NewName::table, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(each -> remark(context, each))
                .toList();
    }

    private static boolean isTroubled(LintContext context, NewName name) {
        return name.name().chars().anyMatch(Character::isUpperCase)
                && context.targets().stream().anyMatch(target -> switch (target.name()) {
                    case "postgresql" -> target.quote(name.name()).equals(name.name());
                    case "mysql", "mariadb" -> name.isTable();
                    default -> false;
                });
    }

    private static Remark remark(LintContext context, Map.Entry<TableName, List<NewName>> table) {
        String names = table.getValue().stream().map(NewName::name).distinct().collect(Collectors.joining(", "));
        return new Remark(
                Tag.NAME_CASE,
                table.getKey().toString(),
                context.declared().place(table.getKey()),
                "Names of table " + table.getKey() + " have capital letters: " + names
                        + ". PostgreSQL stores them in small ones; MySQL and MariaDB tell the names of tables apart by"
                        + " them on some systems only.",
                "Names in small letters are the same everywhere: -Aturnstone.naming=snake_case derives them.");
    }
}
