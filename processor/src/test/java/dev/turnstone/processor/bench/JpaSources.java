package dev.turnstone.processor.bench;

import dev.turnstone.processor.bench.BeanSource.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * JPA entities as applications have them: 8 to 15 attributes beside those of a mapped superclass, with enums, embeddables,
 * references, element collections and many-to-many relations.
 */
final class JpaSources {

    private static final String HEAD = """
            package model;

            import jakarta.persistence.*;
            import java.math.BigDecimal;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;
            import java.util.UUID;

            """;

    private JpaSources() {}

    /**
     * Writes the sources.
     *
     * @param folder the source root
     * @param count how many entities
     * @return the files
     */
    static List<Path> write(Path folder, int count) throws IOException {
        Path model = Files.createDirectories(folder.resolve("model"));
        List<Path> files = new ArrayList<>();
        files.add(Files.writeString(
                model.resolve("Status.java"), "package model;\n\npublic enum Status { NEW, OPEN, CLOSED, GONE }\n"));
        files.add(write(
                model,
                "Base",
                "@MappedSuperclass\npublic abstract class Base",
                List.of(
                        new Field("@Id @GeneratedValue(strategy = GenerationType.IDENTITY)", "Long", "id"),
                        new Field("@Version", "int", "version"),
                        new Field("@Column(name = \"created_at\", nullable = false)", "Instant", "createdAt"))));
        files.add(write(
                model,
                "Address",
                "@Embeddable\npublic class Address",
                List.of(
                        new Field("@Column(length = 80)", "String", "street"),
                        new Field("@Column(length = 60, nullable = false)", "String", "city"),
                        new Field("@Column(length = 2)", "String", "country"))));
        for (int i = 1; i <= count; i++) {
            String head = "@Entity @Table(name = \"t_" + i + "\", indexes = @Index(columnList = \"code\"))\n"
                    + "public class " + name(i) + " extends Base";
            files.add(write(model, name(i), head, fields(i, count)));
        }
        return files;
    }

    private static Path write(Path model, String name, String head, List<Field> fields) throws IOException {
        return Files.writeString(model.resolve(name + ".java"), BeanSource.of(HEAD + head, fields));
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "E%04d", number);
    }

    private static List<Field> fields(int number, int count) {
        String previous = name(Math.max(1, number - 1));
        String other = name(1 + number * 7 % count);
        List<Field> all = List.of(
                new Field("@Column(nullable = false, length = 40)", "String", "code"),
                new Field("@Column(length = 200)", "String", "name"),
                new Field("@Column(precision = 12, scale = 2)", "BigDecimal", "price"),
                new Field("", "boolean", "active"),
                new Field("", "LocalDate", "dueOn"),
                new Field("@Enumerated(EnumType.STRING) @Column(length = 10)", "Status", "status"),
                new Field(
                        "@ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = \"previous_id\")", previous, "previous"),
                new Field("@ManyToOne(optional = false)", other, "other"),
                new Field("@Embedded", "Address", "home"),
                new Field(
                        "@ElementCollection @CollectionTable(name = \"t_" + number + "_tags\")", "Set<String>", "tags"),
                new Field("@Enumerated", "Status", "former"),
                new Field(
                        "@ManyToMany @JoinTable(name = \"t_" + number + "_related\")", "Set<" + other + ">", "related"),
                new Field(
                        "@OneToMany(mappedBy = \"previous\")",
                        "List<" + name(Math.min(number + 1, count)) + ">",
                        "next"),
                new Field("@Column(unique = true)", "UUID", "token"),
                new Field("@Lob", "String", "notes"));
        return all.subList(0, 8 + number % 8);
    }
}
