package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.Migrator;
import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import javax.annotation.processing.Processor;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that Lombok writes into while they compile, compared with what Hibernate makes of the result. */
class LombokTest {

    private static final List<String> CLASSES = List.of("Author", "Book", "Book$Page", "Money", "Shelf", "Label");

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
        JdbcDataSource migrated = database();
        Migrator.builder(migrated).sets(compiled.set()).build().apply();

        SortedSet<String> expected = byHibernate(compiled);
        assertThat(expected)
                .anyMatch(line -> line.startsWith("SHELF.IS_OPEN "))
                .anyMatch(line -> line.startsWith("LABEL.URL "))
                .noneMatch(line -> line.contains("HIDDEN"));
        assertThat(Catalogue.differences(expected, Catalogue.of(migrated))).isEmpty();
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

    private static SortedSet<String> byHibernate(Compiled compiled) throws Exception {
        JdbcDataSource database = database();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {compiled.classes().toUri().toURL()}, LombokTest.class.getClassLoader())) {
            List<Class<?>> classes = new ArrayList<>();
            for (String each : CLASSES) {
                classes.add(loader.loadClass("shop." + each));
            }
            new Hibernate(classes, false).create(database);
        }
        return Catalogue.of(database);
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        database.setUser("sa");
        return database;
    }
}
