package dev.turnstone.processor.diff;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.text;
import static dev.turnstone.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Column;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Section 14 of the catalogue. */
class MigrationNameTest {

    private static final Column EMAIL = column("email", text());
    private static final String LONG = "a_table_with_a_name_that_is_fifty_three_letters_long_";

    static Stream<Arguments> names() {
        return Stream.of(
                named("test_no_operations, test_none_name, test_auto", "changes", c -> {}),
                named(
                        "test_single_operation",
                        "create_author",
                        c -> c.table("author").createTable(EMAIL)),
                named("drop", "drop_author", c -> c.table("author").dropTable(EMAIL)),
                named("column", "add_author_email", c -> c.table("author").addColumn(EMAIL)),
                named("rename", "rename_post_text_to_body", c -> c.table("post").renameColumn("text", "body")),
                named("drop column", "drop_author_email", c -> c.table("author").dropColumn(EMAIL)),
                named(
                        "alter",
                        "alter_author_email",
                        c -> c.table("author").alterColumn(EMAIL, EMAIL.withType(bigint()))),
                named("comment", "comment_author", c -> c.table("author").comment("", "x")),
                named("parts alone", "add_uk_email_and_drop_ix", c -> {
                    c.table("author").add(unique("uk_email", "email"));
                    c.table("author").drop(index("ix", "email"));
                }),
                named("parts beside a column say nothing", "add_author_email", c -> {
                    c.table("author").addColumn(EMAIL);
                    c.table("author").add(unique("uk_email", "email"));
                }),
                named("changed constraint", "alter_uk", c -> {
                    c.table("author").drop(unique("uk", "email"));
                    c.table("author").add(unique("uk", "name"));
                }),
                named(
                        "renamed part",
                        "rename_ix_to_by_email",
                        c -> c.table("author").renameIndex("ix", "by_email")),
                named("swap", "rename_t_b_to_a_and_rename_t_a_to_b", c -> {
                    c.table("t").renameColumn("a", "turnstone_1");
                    c.table("t").renameColumn("b", "a");
                    c.table("t").renameColumn("turnstone_1", "b");
                }),
                named("swapped tables", "rename_b_to_a_and_rename_a_to_b", c -> {
                    c.table("a").rename("turnstone_1");
                    c.table("b").rename("a");
                    c.table("turnstone_1").rename("b");
                }),
                named(
                        "test_single_operation_long_name",
                        "create_" + LONG.substring(0, 52),
                        c -> c.table(LONG).createTable(EMAIL)),
                named("test_two_operations, test_two_create_models", "create_author_and_create_tag", c -> {
                    c.table("author").createTable(EMAIL);
                    c.table("tag").createTable(EMAIL);
                }),
                named("test_many_operations_suffix", "create_author_and_create_tag_and_create_post_and_more", c -> {
                    c.table("author").createTable(EMAIL);
                    c.table("tag").createTable(EMAIL);
                    c.table("post").createTable(EMAIL);
                    c.table("remark").createTable(EMAIL);
                }),
                named(
                        "test_operation_with_invalid_chars_in_suggested_name",
                        "create_order_item",
                        c -> c.table("\"Order\" - ä item\u2028").createTable(EMAIL)),
                named(
                        "test_operation_with_no_suggested_name: nothing but invalid characters",
                        "create",
                        c -> c.table("\uD83D\uDE00").createTable(EMAIL)),
                named(
                        "beyond what a file system takes",
                        "create_" + "x".repeat(113),
                        c -> c.table("x".repeat(200)).createTable(EMAIL)));
    }

    private static Arguments named(String upstream, String expected, Consumer<Changes> written) {
        Changes changes = new Changes();
        written.accept(changes);
        return arguments(upstream, expected, changes.operations());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void nameFromContent(String upstream, String expected, List<Operation> operations) {
        assertThat(MigrationName.of(operations, false)).isEqualTo(expected).matches("[a-z][a-z0-9_]*");
    }

    @Test
    void theFirstIsInitial() {
        Changes changes = new Changes();
        changes.table("author").createTable(EMAIL);
        changes.table("tag").createTable(EMAIL);

        // test_no_operations_initial, test_two_create_models_with_initial_true, test_none_name_with_initial_true
        assertThat(MigrationName.of(changes.operations(), true)).isEqualTo("initial");
    }
}
