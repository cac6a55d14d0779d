package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.Compiled.Message;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Hibernate would put into a schema and Turnstone has no word for is said, never left out in silence. */
class JpaUnsupportedTest {

    @TempDir
    Path folder;

    private Compiled compile(String members, String... options) {
        String text =
                "package com.acme;\nimport jakarta.persistence.*;\nimport org.hibernate.annotations.*;\nimport org.hibernate.type.*;\n"
                        + "@Entity @jakarta.persistence.Table(name = \"author\", indexes = @jakarta.persistence.Index(columnList = \"name desc, id\"))\n"
                        + "public class Author {\n@Id long id; String name;\n" + members + "\n"
                        + "@Embeddable public static class Point { int x; int y; }\n"
                        + "@Embeddable @Struct(name = \"spot\") public static class Spot { int x; int y; }\n"
                        + "enum Color { RED, GREEN }\n}";
        return new TestProject(folder)
                .write("src/main/java/com/acme/Author.java", text)
                .compile(options);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "@GeneratedColumn(\"id + 1\") Long next; | <type> generated always as (id + 1) stored",
                "@Collate(\"de\") String text; | <type> collate de",
                "@JdbcTypeCode(SqlTypes.NAMED_ENUM) Color color; | CREATE TYPE Color AS ENUM",
                "@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM) Color color; | CREATE TYPE Color AS ENUM",
                "@Struct(name = \"point\") Point point; | Take @Struct away",
                "Spot spot; | Take @Struct away",
                "@JdbcType(org.hibernate.type.descriptor.jdbc.ObjectJdbcType.class) java.util.UUID key; | columnDefinition",
                "@JavaType(org.hibernate.type.descriptor.java.ObjectJavaType.class) String text; | columnDefinition",
                "@CollectionId(column = @Column(name = \"k\"), generator = \"increment\") @ElementCollection java.util.List<String> bag; | columnDefinition",
                "@CollectionId(generator = \"sequence\") @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class) @ElementCollection java.util.List<String> bag; | generator = \"increment\"",
                "@CollectionId(generatorImplementation = org.hibernate.id.enhanced.SequenceStyleGenerator.class) @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class) @ManyToMany java.util.List<Author> bag; | generator = \"increment\""
            })
    void isRefusedWithAnotherWay(String member, String fix) {
        Compiled compiled = compile(member, "-Aturnstone.lint=TS-INDEX-ORDER=off");
        assertThat(compiled.errorTags()).containsExactly("TS-UNSUPPORTED-TYPE");
        assertThat(compiled.errors().get(0).text()).contains(fix);
        assertThat(compiled.errors().get(0).line()).isEqualTo(member);
    }

    @Test
    void aDescendingIndexIsSaid() {
        Compiled compiled = compile("");
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.warnings())
                .extracting(Message::text)
                .hasSize(1)
                .allMatch(text -> text.startsWith("[TS-INDEX-ORDER]"));
        assertThat(compile("", "-Aturnstone.lint=TS-INDEX-ORDER=off").warnings())
                .isEmpty();
    }

    @Test
    void whatShapesNoSchemaIsAllowed() {
        Compiled compiled = compile(
                "@Generated Long made; @JdbcTypeCode(SqlTypes.NAMED_ENUM) @Column(columnDefinition = \"color\") Color color;");
        assertThat(compiled.errors()).isEmpty();
    }

    @Test
    void rowsMayHaveIdentifiersThatNeedNothingInTheDatabase() {
        String members = """
                @CollectionId(generator = "increment") @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class)
                @ElementCollection java.util.List<String> counted;
                @CollectionId(generator = "own") @GenericGenerator(name = "own", strategy = "uuid2")
                @CollectionIdJavaType(org.hibernate.type.descriptor.java.UUIDJavaType.class)
                @ElementCollection java.util.List<String> drawn;
                @CollectionId(generatorImplementation = org.hibernate.id.IncrementGenerator.class)
                @CollectionIdJavaType(org.hibernate.type.descriptor.java.LongJavaType.class)
                @ElementCollection java.util.List<String> byClass;""";
        assertThat(compile(members, "-Aturnstone.lint=TS-INDEX-ORDER=off").errors())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.time.Instant", "boolean", "double", "java.util.UUID", "byte[]", "char"})
    void optionsBehindATypeOfManyNamesAreRefusedByTheirName(String type) {
        Compiled compiled = compile("@Column(options = \"check (1 = 1)\") " + type + " part;");
        assertThat(compiled.errorTags()).containsExactly("TS-UNSUPPORTED-TYPE");
        assertThat(compiled.errors().get(0).text())
                .contains("so the options of its @Column")
                .contains("@Column(columnDefinition = \"<the type in SQL>\", options = \"check (1 = 1)\")");
        assertThat(compile("@Column(columnDefinition = \"some type\", options = \"check (1 = 1)\") " + type + " part;")
                        .errors())
                .isEmpty();
    }

    @Test
    void optionsLeaveNumbersNumbers() {
        Compiled compiled = compile(
                "@Column(options = \"default 0\") @Convert(converter = NumericBooleanConverter.class) boolean flag;",
                "-Aturnstone.save=initial");
        assertThat(compiled.operations(0).toString())
                .contains("integer default 0")
                .contains("flag in (0, 1)");
    }
}
