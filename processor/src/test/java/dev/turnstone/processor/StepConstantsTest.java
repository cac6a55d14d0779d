package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.data.ColumnRef;
import dev.turnstone.data.TableRef;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The constants that are generated for a data migration. */
class StepConstantsTest {

    private static final String STEP = """
            import dev.turnstone.data.*;
            @DataMigration public class Step implements DataStep { public void up(DataContext context) {} }
            """;

    @TempDir
    Path folder;

    @Test
    void hostileNamesBecomeValidNamesAndArriveAsTheyAre() throws IOException, ReflectiveOperationException {
        List<String> columns = List.of(
                "table",
                "_",
                "1st",
                "a b",
                "a-b",
                "it's \"quoted\"",
                "\\u002a/ {@code *//*",
                "class",
                "$x",
                "\u540d\u524d",
                "someText");
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            String literal = '"' + columns.get(i).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            fields.append("@Column(name = ")
                    .append(literal)
                    .append(") String c")
                    .append(i)
                    .append(";\n");
        }
        Compiled compiled = new TestProject(folder)
                .source(
                        "com.acme.Thing",
                        "@Entity(table = \"uuid\", schema = \"other\") class Thing { @Id java.util.UUID id;\n" + fields
                                + "}")
                .source("com.acme.Step", STEP)
                .compile("-encoding", "UTF-8", "-Xlint:all,-processing,-path", "-Werror");
        assertThat(compiled.errors()).isEmpty();

        Map<String, String> names = new LinkedHashMap<>();
        for (Object constant : constants(compiled, "com.acme.StepTables$OTHER_UUID", names)) {
            if (constant instanceof TableRef table) {
                assertThat(table).isEqualTo(new TableRef("other", "uuid"));
            }
        }
        assertThat(names.values()).containsAll(columns).contains("id");
        assertThat(names)
                .containsEntry("TABLE_2", "table")
                .containsEntry("__", "_")
                .containsEntry("_1ST", "1st")
                .containsEntry("A_B", "a b")
                .containsEntry("A_B_2", "a-b")
                .containsEntry("SOME_TEXT", "someText")
                .containsEntry("\u540d\u524d", "\u540d\u524d");
    }

    @Test
    void eachTypeHasItsClass() throws IOException, ReflectiveOperationException {
        Compiled compiled = new TestProject(folder)
                .source("com.acme.Thing", """
                        import java.math.*; import java.time.*; import java.util.UUID;
                        @Entity class Thing {
                            @Id long id; boolean aBoolean; byte aByte; short aShort; int anInt; float aFloat; double aDouble;
                            char aChar; String aString; BigDecimal aDecimal; byte[] bytes; LocalDate aDate; LocalTime aTime;
                            LocalDateTime aTimestamp; Instant anInstant; UUID aUuid; @Column(type = "jsonb") String json;
                        }
                        """)
                .source("com.acme.Step", STEP)
                .compile();
        assertThat(compiled.errors()).isEmpty();
        List<String> types = new ArrayList<>();
        for (Object constant : constants(compiled, "com.acme.StepTables$THING", new LinkedHashMap<>())) {
            if (constant instanceof ColumnRef<?> column) {
                types.add(column.name() + " " + column.type().getSimpleName());
            }
        }
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "id Long",
                        "a_boolean Boolean",
                        "a_byte Byte",
                        "a_short Short",
                        "an_int Integer",
                        "a_float Float",
                        "a_double Double",
                        "a_char String",
                        "a_string String",
                        "a_decimal BigDecimal",
                        "bytes byte[]",
                        "a_date LocalDate",
                        "a_time LocalTime",
                        "a_timestamp LocalDateTime",
                        "an_instant OffsetDateTime",
                        "a_uuid UUID",
                        "json Object");
    }

    @Test
    void tablesNarrowThemWithoutChangingTheirNames() {
        Compiled compiled = new TestProject(folder)
                .source("com.acme.A", "@Entity(table = \"a-b\") class A { @Id long id; }")
                .source("com.acme.B", "@Entity(table = \"a_b\") class B { @Id long id; }")
                .source("com.acme.Step", STEP.replace("@DataMigration", "@DataMigration(tables = \"a_b\")"))
                .compile();
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.sources().get("com/acme/StepTables.java"))
                .contains("class A_B_2 {")
                .doesNotContain("class A_B {");
    }

    @Test
    void aSavedStepKeepsWhatItsPackageUses() {
        TestProject project = new TestProject(folder)
                .source("com.acme.Author", "@Entity public class Author { @Id(generated = true) long id; }")
                .source("com.acme.Post", "@Entity public class Post { @Id(generated = true) long id; }")
                .source("com.acme.Tag", "@Entity public class Tag { @Id(generated = true) long id; }")
                .source("com.acme.Step", STEP.replace("{}", "{ String at = \"\" + com.acme.StepTables.POST.ID; }"))
                .source("com.acme.Helper", "class Helper { Object it = StepTables.TAG.TABLE; }")
                .source("com.acme.Other", "class Other { int AUTHOR; }");
        Compiled pending = project.compile();
        assertThat(pending.errors()).isEmpty();
        assertThat(pending.sources().get("com/acme/StepTables.java"))
                .contains("class AUTHOR", "class POST", "class TAG");
        Compiled saved = project.compile("-Aturnstone.save=initial");
        assertThat(saved.errors()).isEmpty();
        Compiled again = project.compile("-Aturnstone.check");
        assertThat(again.errors()).isEmpty();
        assertThat(again.sources().get("com/acme/StepTables.java"))
                .contains("class POST", "class TAG")
                .doesNotContain("AUTHOR");
    }

    @Test
    void aSavedStepKeepsWhatItsPackageUsesInOtherSourceSetsAndLanguages() {
        TestProject project = new TestProject(folder)
                .source("com.acme.Author", "@Entity public class Author { @Id(generated = true) long id; }")
                .source("com.acme.Post", "@Entity public class Post { @Id(generated = true) long id; }")
                .source("com.acme.Tag", "@Entity public class Tag { @Id(generated = true) long id; }")
                .source("com.acme.Book", "@Entity public class Book { @Id(generated = true) long id; }")
                .source("com.acme.Step", STEP.replace("{}", "{ String at = \"\" + StepTables.POST.ID; }"))
                .write("src/main/kotlin/com/acme/Tags.kt", "package com.acme\nval tag = StepTables.TAG.TABLE\n")
                .write("src/it/groovy/com/acme/other/Far.groovy", "def far = StepTables.AUTHOR.TABLE");
        TestProject tests =
                project.tests().source("com.acme.StepTest", "class StepTest { Object it = StepTables.BOOK.TABLE; }");
        assertThat(project.compile("-Aturnstone.save=initial").errors()).isEmpty();
        Compiled again = project.compile();
        assertThat(again.errors()).isEmpty();
        assertThat(again.sources().get("com/acme/StepTables.java"))
                .contains("class POST", "class TAG", "class BOOK")
                .doesNotContain("AUTHOR");
        assertThat(tests.compile().errors()).isEmpty();
    }

    /** The values of a class of constants; takes the names of its columns by the names of their constants. */
    private static List<Object> constants(Compiled compiled, String name, Map<String, String> columns)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {compiled.classes().toUri().toURL()}, StepConstantsTest.class.getClassLoader())) {
            List<Object> values = new ArrayList<>();
            for (Field field : loader.loadClass(name).getDeclaredFields()) {
                field.setAccessible(true);
                values.add(field.get(null));
                if (field.get(null) instanceof ColumnRef<?> column) {
                    columns.put(field.getName(), column.name());
                }
            }
            return values;
        }
    }
}
