package dev.turnstone.processor.codec;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Trees come from files that anyone may have edited: each mistake is named with its place. */
class InvalidTreeTest {

    private static final Map<String, Object> AGE = tree("name", "age", "type", "bigint");

    static Stream<Arguments> mistakes() {
        return Stream.of(
                arguments("text", "$: This must be an object, but it is text."),
                arguments(null, "$: This must be an object, but it is null."),
                arguments(tree(), "$: The member \"op\" is missing."),
                arguments(
                        tree("op", "explode", "table", "t"),
                        "$.op: 'explode' is no operation that this version knows."),
                arguments(tree("op", 1), "$.op: This must be text, but it is 1."),
                arguments(tree("op", "add_column", "table", "t"), "$: The member \"column\" is missing."),
                arguments(
                        tree("op", "add_column", "table", "t", "column", AGE, "when", "now"),
                        "$.when: This member is unknown here."),
                arguments(column("name", ""), "$.column: A column needs a name."),
                arguments(column("type", "int(x)"), "$.column: 'int(x)' is no column type."),
                arguments(column("not_null", "yes"), "$.column.not_null: This must be true or false, but it is text."),
                arguments(
                        column("identity", true),
                        "$.column: The identity column age can be neither nullable nor have a default."),
                arguments(column("size", "3"), "$.column.size: This member is unknown here."),
                arguments(
                        with(column("default", "0"), "default_sql", "0"),
                        "$.column.default_sql: There can be either this or \"default\", not both."),
                arguments(column("comment", List.of()), "$.column.comment: This must be text, but it is a list."),
                arguments(
                        column("comment", "x".repeat(65_536)),
                        "$.column.comment: This text has more than the 65,535 bytes that a constant in Java can hold."),
                arguments(
                        tree("op", "rename_column", "table", "t", "from", "a", "to", " "),
                        "$.to: This must not be empty."),
                arguments(
                        tree("op", "rename_table", "from", tree("schema", "", "name", "a"), "to", "b"),
                        "$.from.schema: This must not be empty."),
                arguments(
                        tree("op", "add_index", "table", "t", "index", tree("name", "i", "columns", List.of())),
                        "$.index: A index needs at least one column."),
                arguments(
                        tree(
                                "op",
                                "add_index",
                                "table",
                                "t",
                                "index",
                                tree("name", "i", "columns", Arrays.asList("a", null))),
                        "$.index.columns[1]: This must be text, but it is null."),
                arguments(
                        constraint("kind", "exclude", "name", "c"),
                        "$.constraint.kind: 'exclude' is no kind of constraint that this version knows."),
                arguments(constraint("kind", "check", "name", "c"), "$.constraint: The member \"column\" is missing."),
                arguments(
                        constraint("kind", "check", "name", "c", "condition", "a", "one_of", List.of("b")),
                        "$.constraint.one_of: This member is unknown here."),
                arguments(
                        constraint(
                                "kind",
                                "foreign_key",
                                "name",
                                "f",
                                "columns",
                                List.of("a"),
                                "table",
                                "t",
                                "references",
                                List.of("b"),
                                "on_delete",
                                "explode"),
                        "$.constraint.on_delete: 'explode' is none of"
                                + " no_action, restrict, cascade, set_null and set_default."),
                arguments(
                        tree("op", "create_table", "table", "t", "columns", tree()),
                        "$.columns: This must be a list, but it is an object."),
                arguments(
                        tree("op", "create_table", "table", "t", "columns", List.of(AGE, "x")),
                        "$.columns[1]: This must be an object, but it is text."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(Object tree, String message) {
        assertThatExceptionOfType(InvalidTreeException.class)
                .isThrownBy(() -> OperationCodec.decodeOperation(tree, "$"))
                .withMessage(message);
    }

    private static Map<String, Object> column(String member, Object value) {
        Map<String, Object> column = new LinkedHashMap<>(AGE);
        column.put(member, value);
        return tree("op", "add_column", "table", "t", "column", column);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> with(Map<String, Object> operation, String member, Object value) {
        ((Map<String, Object>) operation.get("column")).put(member, value);
        return operation;
    }

    private static Map<String, Object> constraint(Object... members) {
        return tree("op", "add_constraint", "table", "t", "constraint", tree(members));
    }

    private static Map<String, Object> tree(Object... members) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            tree.put((String) members[i], members[i + 1]);
        }
        return tree;
    }
}
