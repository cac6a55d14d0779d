package dev.turnstone.processor.bench;

import dev.turnstone.processor.bench.BeanSource.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Entities of ten fields with accessors, an index, an enum and a reference; the same in either vocabulary. */
enum EntitySources {
    JPA(
            "jakarta.persistence",
            "@Entity @Table(name = \"%s\", indexes = @Index(columnList = \"code\"))",
            "@Id @GeneratedValue(strategy = GenerationType.IDENTITY)",
            "@Enumerated(EnumType.STRING) @Column(length = 10)",
            "@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"previous_id\")"),
    TURNSTONE(
            "dev.turnstone.annotations",
            "@Entity(table = \"%s\") @Index(columns = \"code\")",
            "@Id(generated = true)",
            "@Column(length = 10)",
            "@Reference(column = \"previous_id\")");

    private final String annotations;
    private final String entity;
    private final String id;
    private final String enumerated;
    private final String reference;

    EntitySources(String annotations, String entity, String id, String enumerated, String reference) {
        this.annotations = annotations;
        this.entity = entity;
        this.id = id;
        this.enumerated = enumerated;
        this.reference = reference;
    }

    /**
     * Writes the sources.
     *
     * @param folder the source root
     * @param count how many entities
     * @return the files
     */
    List<Path> write(Path folder, int count) throws IOException {
        Path model = Files.createDirectories(folder.resolve("model"));
        List<Path> files = new ArrayList<>();
        files.add(Files.writeString(
                model.resolve("Status.java"), "package model;\n\npublic enum Status { NEW, OPEN, CLOSED, GONE }\n"));
        for (int i = 1; i <= count; i++) {
            files.add(Files.writeString(model.resolve(name(i) + ".java"), source(i)));
        }
        return files;
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "E%04d", number);
    }

    private String source(int number) {
        return BeanSource.of(
                "package model;\n\nimport " + annotations + ".*;\n"
                        + "import java.math.BigDecimal;\nimport java.time.Instant;\nimport java.time.LocalDate;\n\n"
                        + String.format(Locale.ROOT, entity, "t_" + number)
                        + "\npublic class " + name(number),
                fields(number));
    }

    private List<Field> fields(int number) {
        return List.of(
                new Field(id, "Long", "id"),
                new Field("@Column(nullable = false, length = 40)", "String", "code"),
                new Field("@Column(length = 200)", "String", "name"),
                new Field("", "int", "qty"),
                new Field("@Column(precision = 12, scale = 2)", "BigDecimal", "price"),
                new Field("", "boolean", "active"),
                new Field("", "LocalDate", "dueOn"),
                new Field("@Column(name = \"created_at\", nullable = false)", "Instant", "createdAt"),
                new Field(enumerated, "Status", "status"),
                number > 1 ? new Field(reference, name(number - 1), "previous") : new Field("", "Long", "previous"));
    }
}
