package dev.turnstone.processor.lint;

import dev.turnstone.schema.Check;
import dev.turnstone.schema.Condition;
import dev.turnstone.schema.Constraint;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a check demands of the rows of one entity in the table of its root: {@code dtype <> 'Dog' or (age is not null)}.
 *
 * @param check the check's name
 * @param discriminator the column that tells the entities from each other, in backquotes if it is in quotes
 * @param value what stands there in a row of the entity, as a literal
 * @param filled the condition on the columns that are never empty in such a row
 */
record SubclassDemand(String check, String discriminator, String value, String filled) {

    private static final String NAME = "(?:`[^`]+`|[^\\s`()]+)";
    private static final String FILLED = NAME + " is not null";
    private static final Pattern FORM = Pattern.compile(
            "(" + NAME + ") <> ('(?:[^']|'')*'|-?\\d+) or \\((" + FILLED + "(?: and " + FILLED + ")*)\\)");

    /** The demand that a constraint is; empty if it is anything else. */
    static Optional<SubclassDemand> of(Constraint constraint) {
        if (constraint instanceof Check check && check.condition() instanceof Condition.Sql sql) {
            Matcher matcher = FORM.matcher(sql.expression());
            if (matcher.matches()) {
                return Optional.of(
                        new SubclassDemand(check.name(), matcher.group(1), matcher.group(2), matcher.group(3)));
            }
        }
        return Optional.empty();
    }

    boolean isAbout(String column) {
        return (" and " + filled + " and ").contains(" and " + marked(column) + " is not null and ");
    }

    /** Whether a table, as it was, has a check that tells of rows of the entity; no other table surely has some. */
    boolean isKnownTo(Table before) {
        return before.constraintsOf(Check.class).stream().anyMatch(this::isKnownTo);
    }

    private boolean isKnownTo(Check check) {
        if (check.condition() instanceof Condition.OneOf list) {
            return Identifiers.same(marked(list.column()), discriminator)
                    && list.values().stream().anyMatch(each -> value.equals("'" + each.replace("'", "''") + "'"));
        }
        String sql = ((Condition.Sql) check.condition()).expression();
        String numbers = discriminator + " in (";
        return sql.startsWith(numbers)
                ? List.of(sql.substring(numbers.length()).split("[, )]+")).contains(value)
                : of(check).filter(this::isSameEntity).isPresent();
    }

    private boolean isSameEntity(SubclassDemand other) {
        return discriminator.equals(other.discriminator) && value.equals(other.value);
    }

    private static String marked(String name) {
        return name.replace('"', '`');
    }
}
