package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's mistakes, as javac shows them: exactly one error each, at the right line, with the way out. */
class BadEntitiesTest {

    @TempDir
    Path folder;

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("no id", "@Entity\nclass A {\n String name;\n}", "TS-NO-ID", "class A {", "@Id"),
                Arguments.of(
                        "two generated ids",
                        "@Entity class A { @Id(generated = true) long a;\n@Id(generated = true) long b; }",
                        "TS-INVALID-VALUE",
                        "@Id(generated = true) long b; }",
                        "generated"),
                Arguments.of(
                        "two entities on one table",
                        "@Entity class A { @Id long id; }\n@Entity(table = \"A\")\nclass B { @Id long id; }",
                        "TS-DUPLICATE-TABLE",
                        "@Entity(table = \"A\")",
                        "com.acme.A"),
                Arguments.of(
                        "two fields on one column",
                        "@Entity class A { @Id long id;\n String name;\n@Column(name = \"NAME\")\nString other; }",
                        "TS-DUPLICATE-COLUMN",
                        "@Column(name = \"NAME\")",
                        "name"),
                Arguments.of(
                        "a reference to a class that is no entity",
                        "@Entity class A { @Id long id;\n@Reference\nThread other; }",
                        "TS-NOT-AN-ENTITY",
                        "",
                        "Thread"),
                Arguments.of(
                        "a type without a column type",
                        "@Entity class A { @Id long id;\nThread other; }",
                        "TS-UNSUPPORTED-TYPE",
                        "Thread other; }",
                        "@Column(type"),
                Arguments.of(
                        "a collection",
                        "@Entity class A { @Id long id;\njava.util.List<String> names; }",
                        "TS-UNSUPPORTED-TYPE",
                        "java.util.List<String> names; }",
                        "entity"),
                Arguments.of(
                        "an index over nothing",
                        "@Entity\n@Index(columns = \"nmae\")\nclass A { @Id long id; String name; }",
                        "TS-UNKNOWN-COLUMN",
                        "@Index(columns = \"nmae\")",
                        "name"),
                Arguments.of(
                        "a default that does not fit",
                        "@Entity class A { @Id long id;\n@Default(\"many\")\nint count; }",
                        "TS-INVALID-VALUE",
                        "@Default(\"many\")",
                        "many"),
                Arguments.of(
                        "an enum without constants",
                        "@Entity class A { @Id long id;\nE e;\nenum E { } }",
                        "TS-INVALID-VALUE",
                        "E e;",
                        "no constants"),
                Arguments.of(
                        "a column of a static field",
                        "@Entity class A { @Id long id;\n@Column(length = 9)\nstatic String name; }",
                        "TS-INVALID-VALUE",
                        "@Column(length = 9)",
                        "static"),
                Arguments.of(
                        "a default of a transient field",
                        "@Entity class A { @Id long id;\n@Default(\"x\")\ntransient String name; }",
                        "TS-INVALID-VALUE",
                        "@Default(\"x\")",
                        "transient"),
                Arguments.of(
                        "an id that is no column",
                        "@Entity class A { @Id long id;\n@Id\n@Transient String name; }",
                        "TS-INVALID-VALUE",
                        "@Id",
                        "@Transient"),
                Arguments.of(
                        "a rename of what never was",
                        "@Entity class A { @Id long id;\n@RenamedFrom(\"old\")\nString name; }",
                        "TS-HINT-UNMATCHED",
                        "",
                        "old"),
                Arguments.of(
                        "a name longer than the database takes",
                        "@Entity class A { @Id long id;\n@Column(name = \"" + "x".repeat(300) + "\")\nString name; }",
                        "TS-NAME-LENGTH",
                        "",
                        "256"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void eachIsOneErrorAtItsLine(String what, String source, String tag, String line, String text) {
        Compiled compiled = new TestProject(folder).source("com.acme.A", source).compile();
        assertThat(compiled.errorTags()).as(compiled.diagnostics().toString()).containsExactly(tag);
        assertThat(compiled.errors().get(0).text())
                .contains(text)
                .contains("Fix:")
                .doesNotContain("\tat ");
        if (!line.isEmpty()) {
            assertThat(compiled.errors().get(0).line()).isEqualTo(line);
        }
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfTheSource() {
        Compiled compiled = new TestProject(folder)
                .source("com.acme.A", "@Entity class A { Thread a; @Default(\"x\") int b; }")
                .source("com.acme.B", "@Entity class B { String name; }")
                .compile();
        assertThat(compiled.errorTags())
                .containsExactly("TS-NO-ID", "TS-UNSUPPORTED-TYPE", "TS-INVALID-VALUE", "TS-NO-ID");
        assertThat(compiled.sources().keySet()).noneMatch(name -> name.contains("M0001"));
    }
}
