package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.InvalidTreeException;
import dev.turnstone.processor.codec.OperationCodec;
import dev.turnstone.processor.codec.TreeReader;
import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of the snapshot's file: the tables as operations write them, with class and field names beside. */
final class SnapshotFile {

    static final String NAME = "schema.json";

    private static final Pattern SET = Pattern.compile("[\\p{L}\\p{N}_.$-]{1,200}");
    private static final Pattern PACKAGE =
            Pattern.compile("(\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*(\\.(?!$)|$)){0,50}");

    private SnapshotFile() {}

    static Map<String, Object> encode(Snapshot snapshot) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", MigrationFile.FORMAT);
        tree.put("set", snapshot.set());
        tree.put("package", snapshot.packageName());
        tree.put("head", snapshot.headId());
        tree.put("head_fingerprint", snapshot.headFingerprint());
        if (!snapshot.release().isEmpty()) {
            tree.put("release", snapshot.release());
        }
        tree.put(
                "tables",
                snapshot.schema().tables().stream()
                        .map(table -> table(table, snapshot.mapping().table(table.name())))
                        .toList());
        if (!snapshot.schema().sequences().isEmpty()) {
            tree.put(
                    "sequences",
                    snapshot.schema().sequences().stream()
                            .map(OperationCodec::encode)
                            .toList());
        }
        return tree;
    }

    private static Map<String, Object> table(Table table, Optional<TableMapping> mapping) {
        Map<String, Object> plain = OperationCodec.encode(table);
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("table", plain.get("table"));
        mapping.ifPresent(each -> {
            tree.put("entity", each.entity());
            putHint(tree, each.renamedFrom());
        });
        tree.putAll(plain);
        List<Map<String, Object>> columns = new ArrayList<>();
        table.columns().forEach(column -> {
            Map<String, Object> line = new LinkedHashMap<>(OperationCodec.encode(column));
            mapping.flatMap(each -> each.column(column.name())).ifPresent(each -> {
                line.put("field", each.field());
                putHint(line, each.renamedFrom());
            });
            columns.add(line);
        });
        tree.put("columns", columns);
        return tree;
    }

    private static void putHint(Map<String, Object> tree, String renamedFrom) {
        if (!renamedFrom.isEmpty()) {
            tree.put("renamed_from", renamedFrom);
        }
    }

    static Snapshot decode(Object tree) {
        List<TableMapping> mappings = new ArrayList<>();
        return TreeReader.read(tree, "$", reader -> {
            MigrationFile.checkFormat(reader);
            return new Snapshot(
                    MigrationFile.matching(reader, "set", SET, "the name of a migration set"),
                    MigrationFile.matching(reader, "package", PACKAGE, "the name of a Java package"),
                    reader.text("head"),
                    MigrationFile.fingerprint(reader, "head_fingerprint"),
                    release(reader),
                    new Schema(
                            reader.list("tables", (each, path) -> table(each, path, mappings)),
                            reader.has("sequences")
                                    ? reader.list("sequences", OperationCodec::decodeSequence)
                                    : List.of()),
                    new Mapping(mappings));
        });
    }

    private static String release(TreeReader reader) {
        String id = reader.text("release", "");
        if (!id.isEmpty() && !MigrationId.isValid(id)) {
            throw new InvalidTreeException(reader.at("release"), "This must be the id of a migration.");
        }
        return id;
    }

    private static Table table(Object tree, String path, List<TableMapping> mappings) {
        List<ColumnMapping> columns = new ArrayList<>();
        return TreeReader.read(tree, path, reader -> {
            Map<String, Object> plain = reader.members();
            plain.put("columns", reader.list("columns", (each, at) -> withoutField(each, at, columns)));
            plain.remove("entity");
            plain.remove("renamed_from");
            Table table = OperationCodec.decodeTable(plain, path);
            String renamedFrom = reader.text("renamed_from", "");
            if (reader.has("entity")) {
                mappings.add(new TableMapping(table.name(), reader.text("entity"), renamedFrom, columns));
            }
            return table;
        });
    }

    private static Map<String, Object> withoutField(Object tree, String path, List<ColumnMapping> columns) {
        return TreeReader.read(tree, path, reader -> {
            Map<String, Object> plain = reader.members();
            if (reader.has("field")) {
                columns.add(
                        new ColumnMapping(reader.text("name"), reader.text("field"), reader.text("renamed_from", "")));
            }
            plain.remove("field");
            plain.remove("renamed_from");
            return plain;
        });
    }
}
