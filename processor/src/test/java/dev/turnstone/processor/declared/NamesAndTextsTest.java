package dev.turnstone.processor.declared;

import static dev.turnstone.processor.declared.Declare.entity;
import static dev.turnstone.processor.declared.Declare.id;
import static dev.turnstone.processor.declared.Declare.on;
import static dev.turnstone.processor.declared.Declare.text;
import static dev.turnstone.processor.declared.Declare.unique;
import static dev.turnstone.processor.declared.SchemaAssemblerTest.assemble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.schema.ColumnType;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAndTextsTest {

    @Test
    void aTextNamesAColumnInQuotesOfBothKinds() {
        assertThat(SqlText.names("`order` between 0 and 2", "\"order\"")).isTrue();
        assertThat(SqlText.names("\"order\" between 0 and 2", "\"order\"")).isTrue();
        assertThat(SqlText.names("order between 0 and 2", "\"order\"")).isFalse();
        assertThat(SqlText.names("name = '`order`'", "\"order\"")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '^', textBlock = """
            `order` > 0,                "order", true
            "Order" > 0,                "order", true
            order > 0,                  "order", true
            `name` > 0,                 name,    true
            insert into name (id),      name,    true
            'name' > names,             name,    false
            \u00e9name > name\u00e9,            name,    false
            """)
    void aTextMentionsANameInAnyQuotesOrNone(String text, String name, boolean found) {
        assertThat(SqlText.mentions(text, name)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "OrderItem, order_item",
        "URLPath, url_path",
        "parseURL, parse_url",
        "HTML5Page, html5_page",
        "address2, address2",
        "addressLine1, address_line1",
        "already_snake, already_snake",
        "odd_Mixed, odd_mixed",
        "A, a",
        "aB, a_b",
        "ÄpfelÖl, äpfel_öl",
    })
    void javaNamesBecomeSnakeCase(String java, String sql) {
        assertThat(Naming.SNAKE_CASE.sqlName(java)).isEqualTo(sql);
        assertThat(Naming.JPA.sqlName(java)).isEqualTo(java);
    }

    @Property(tries = 200)
    void derivedNamesAreShortAndPlain(
            @ForAll @NotBlank @StringLength(max = 200) String table,
            @ForAll @NotBlank @StringLength(max = 80) String column) {
        var assembly = assemble(on("", table, entity("A", Declare.column(column, id("id")), text("x", unique("")))));

        assertThat(assembly.schema().derivedNames())
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(name -> {
                    assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(60);
                    assertThat(name.codePoints().allMatch(each -> each == '_' || Character.isLetterOrDigit(each)))
                            .isTrue();
                });
    }

    @Test
    void longNamesKeepTheirBeginningAndDifferByHash() {
        Set<String> names = assemble(
                        entity("A", id("id"), text("a".repeat(70), unique("")), text("a".repeat(71), unique(""))))
                .schema()
                .derivedNames();

        assertThat(names).hasSize(3);
        assertThat(names.stream().filter(name -> name.startsWith("uq_a_aaaaa")))
                .hasSize(2)
                .allMatch(name -> name.matches("uq_a_a+_[0-9a-f]{8}") && name.length() == 60);
    }

    @Test
    void namesThatWouldMeetAreToldApart() {
        Set<String> names = assemble(
                        entity("A_B", id("id"), text("c", unique(""))), entity("A", id("id"), text("bC", unique(""))))
                .schema()
                .derivedNames();

        assertThat(names).hasSize(4).contains("uq_a_b_c");
        assertThat(names.stream().filter(name -> name.matches("uq_a_b_c_[0-9a-f]{8}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~  x  >\t0\n~, ~x > 0~",
                "~a = '  it''s  '  and b~, ~a = '  it''s  ' and b~",
                "~\"odd  name\"   > 0~, ~\"odd  name\" > 0~",
                "~`odd  name`   > 0~, ~`odd  name` > 0~",
            })
    void whiteSpaceInSqlCarriesNoMeaning(String written, String normal) {
        assertThat(SqlText.normalise(written)).isEqualTo(normal);
        assertThat(SqlText.normalise(normal)).isEqualTo(normal);
        assertThat(SqlText.problem(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "~ \n ~, is empty",
                "~x = 'a~, has a quote ' that is not closed",
                "~x = \"a'~, has a quote \" that is not closed",
                "~(x~, has a parenthesis that is not closed",
                "~x) or (1~, closes a parenthesis that it did not open",
                "~1; drop table a~, has a semicolon",
                "~x -- why~, has an SQL comment",
                "~x /* why */~, has an SQL comment",
            })
    void sqlMustBeOneExpression(String written, String problem) {
        assertThat(SqlText.problem(written)).contains(problem);
    }

    @Test
    void signsInQuotesAreNoProblem() {
        assertThat(SqlText.problem("x <> ');--(/*'")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, TRUE, true",
        "boolean, 1, ",
        "tinyint, -128, -128",
        "tinyint, 128, ",
        "integer, 007, 7",
        "bigint, 9223372036854775808, ",
        "double, 1e3, 1000",
        "double, NaN, ",
        "double, 1e999999999, ",
        "'decimal(4,2)', 12.50, 12.50",
        "'decimal(4,2)', 123, ",
        "'decimal(4,2)', 1.234, ",
        "varchar(3), abc, abc",
        "varchar(3), abcd, ",
        "char(1), 😀, 😀",
        "date, 2020-02-30, ",
        "date, 2020-02-29, 2020-02-29",
        "time(6), 13:45, 13:45:00",
        "time(3), 13:45:00.250, 13:45:00.25",
        "timestamp(6), 2020-01-31 13:45, 2020-01-31 13:45:00",
        "timestamp(6), 2020-01-31T13:45:00.5, 2020-01-31 13:45:00.5",
        "timestamp_tz(6), 2020-01-31T13:45:00+02:00, 2020-01-31 11:45:00+00:00",
        "timestamp_tz(6), 2020-01-31T13:45:00, ",
        "uuid, 123E4567-e89b-12d3-a456-426614174000, 123e4567-e89b-12d3-a456-426614174000",
        "uuid, 1-1-1-1-1, ",
        "blob, abc, ",
        "verbatim jsonb, {}, {}",
    })
    void constantsHaveOneForm(String type, String written, String expected) {
        assertThat(LiteralText.canonical(ColumnType.parse(type), written).orElse(null))
                .isEqualTo(expected);
        assertThat(LiteralText.expected(ColumnType.parse(type))).isNotBlank();
    }
}
