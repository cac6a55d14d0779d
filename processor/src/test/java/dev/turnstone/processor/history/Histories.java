package dev.turnstone.processor.history;

import static dev.turnstone.schema.Definitions.bigint;
import static dev.turnstone.schema.Definitions.column;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.literal;
import static dev.turnstone.schema.Definitions.primaryKey;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.varchar;

import dev.turnstone.operation.AddColumn;
import dev.turnstone.operation.CreateTable;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RenameColumn;
import dev.turnstone.operation.RenameTable;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.schema.Table;
import dev.turnstone.schema.TableName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A small history of three migrations, and what tests do with its files. */
final class Histories {

    static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123Z");
    static final TableName AUTHOR = table("author");

    static final List<Operation> INITIAL = List.of(new CreateTable(Table.of(
            AUTHOR,
            List.of(
                    column("id", bigint()).asIdentity(),
                    column("name", varchar(80)).notNull(),
                    primaryKey("author_pk", "id"),
                    index("author_name_ix", "name")))));
    static final List<Operation> EMAIL =
            List.of(new AddColumn(AUTHOR, column("email", varchar(255)).notNull(), literal("?")));
    static final List<Operation> RENAMES =
            List.of(new RenameColumn(AUTHOR, "name", "full_name"), new RenameTable(AUTHOR, table("writer")));

    static final Mapping MAPPING = new Mapping(List.of(new TableMapping(
            AUTHOR,
            "com.acme.Author",
            "",
            List.of(new ColumnMapping("id", "id", ""), new ColumnMapping("name", "names.full", "title")))));

    private Histories() {}

    static History save(Path dir, History history, String name, List<Operation> operations) {
        Mapping mapping = operations.equals(INITIAL) || operations.equals(EMAIL) ? MAPPING : Mapping.EMPTY;
        HistoryResult result = HistoryStore.save(dir, history, name, operations, List.of(), mapping, NOW);
        return result.history().orElseThrow(() -> new AssertionError(result.findings()));
    }

    static History saveAll(Path dir) {
        History first = save(dir, History.EMPTY.named("acme", "com.acme.migrations"), "initial", INITIAL);
        return save(dir, save(dir, first, "add_email", EMAIL), "renames", RENAMES);
    }

    static List<String> messages(Path dir) {
        return HistoryStore.load(dir).findings().stream().map(Finding::message).toList();
    }

    static SortedMap<String, String> files(Path dir) {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(dir)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path dir, String file, String text) {
        try {
            Files.writeString(dir.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void replace(Path dir, String file, String from, String to) {
        String text = files(dir).get(file);
        if (!text.contains(from)) {
            throw new AssertionError(file + " has no " + from + ": " + text);
        }
        write(dir, file, text.replace(from, to));
    }

    static void delete(Path dir, String file) {
        try {
            Files.delete(dir.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
