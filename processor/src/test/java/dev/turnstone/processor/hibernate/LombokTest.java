package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import dev.turnstone.servers.TestDatabases;
import java.lang.reflect.Constructor;
import java.nio.file.Path;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that Lombok writes into while they compile, compared with what Hibernate makes of the result. */
class LombokTest {

    @TempDir
    Path folder;

    @Test
    void lombokAndTurnstoneSeeTheSameEntities() throws Exception {
        TestProject project = new TestProject(folder);
        write(project, "Author", """
                @Entity @Data @Builder @NoArgsConstructor @AllArgsConstructor
                public class Author {
                    @Id @GeneratedValue Long id;
                    @NonNull String name;
                    boolean isActive;
                    @Builder.Default int rank = 1;
                    @Transient String shown;
                }""");
        write(project, "Book", """
                @Entity @Getter @Setter @FieldDefaults(level = AccessLevel.PRIVATE) @Accessors(fluent = true, chain = true)
                public class Book {
                    @Id long number;
                    @Column(nullable = false, length = 80) String title;
                    @ManyToOne Author author;
                    Money price;

                    @Entity @Data @NoArgsConstructor
                    public static class Page {
                        @Id long id;
                        @ManyToOne Book book;
                        String content;
                    }
                }""");
        write(project, "Money", """
                @Embeddable @Value @NoArgsConstructor(force = true, access = AccessLevel.PROTECTED) @AllArgsConstructor
                public class Money { java.math.BigDecimal amount; String currency; }""");
        write(project, "Shelf", """
                @Entity @Access(AccessType.PROPERTY) @Getter @Setter
                public class Shelf {
                    @Getter(onMethod_ = @Id) private long id;
                    @Getter(onMethod_ = @Column(name = "is_open", length = 3)) private String open;
                    private boolean packed;
                    @Getter(AccessLevel.NONE) @Setter(AccessLevel.NONE) private String hidden;
                }""");
        write(project, "Label", """
                @Entity @Getter @Setter
                public class Label {
                    private long id;
                    private String text;
                    private java.net.URL URL;
                    @Id public long getId() { return id; }
                }""");
        Compiled compiled = project.compileWith(
                lombok(), "-Aturnstone.naming=jpa", "-Aturnstone.targets=h2", "-Aturnstone.save=initial");
        assertThat(compiled.errors()).isEmpty();
        try (LiveDatabase expected = LiveDatabase.of(TestDatabases.H2_MEMORY);
                LiveDatabase migrated = LiveDatabase.of(TestDatabases.H2_MEMORY)) {
            Hibernate.of(false, compiled.classes(), "shop").create(expected.dataSource());
            migrated.migrate(compiled);
            assertThat(expected.catalogue())
                    .anyMatch(line -> line.startsWith("SHELF.IS_OPEN "))
                    .anyMatch(line -> line.startsWith("LABEL.URL "))
                    .noneMatch(line -> line.contains("HIDDEN"));
            assertThat(Catalogue.differences(expected.catalogue(), migrated.catalogue()))
                    .isEmpty();
        }
        assertThat(project.compileWith(lombok(), "-Aturnstone.naming=jpa", "-Aturnstone.targets=h2")
                        .set()
                        .hasDraft())
                .isFalse();
    }

    private static void write(TestProject project, String name, String body) {
        project.write(
                "src/main/java/shop/" + name + ".java",
                "package shop;\nimport jakarta.persistence.*;\nimport lombok.*;\nimport lombok.experimental.*;\n"
                        + body);
    }

    private static Processor lombok() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("lombok.launch.AnnotationProcessorHider$AnnotationProcessor")
                .getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Processor) constructor.newInstance();
    }
}
