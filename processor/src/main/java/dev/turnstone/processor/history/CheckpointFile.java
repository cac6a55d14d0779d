package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.InvalidTreeException;
import dev.turnstone.processor.codec.OperationCodec;
import dev.turnstone.processor.codec.TreeReader;
import dev.turnstone.processor.history.Checkpoint.Replaced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The form of a checkpoint's file: that of a migration, with what it replaces in place of a parent. */
final class CheckpointFile {

    private static final String KIND = "checkpoint";

    private CheckpointFile() {}

    /** Whether a tree says of itself that it is a checkpoint. */
    static boolean isOne(Object tree) {
        return tree instanceof Map<?, ?> members && KIND.equals(members.get("kind"));
    }

    static Map<String, Object> encode(Checkpoint checkpoint) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", MigrationFile.FORMAT);
        tree.put("kind", KIND);
        tree.put("id", checkpoint.id());
        tree.put(
                "replaces",
                checkpoint.replaces().stream().map(CheckpointFile::encode).toList());
        tree.put("saved", checkpoint.savedAt());
        tree.put(
                "operations",
                checkpoint.operations().stream().map(OperationCodec::encode).toList());
        MigrationFile.putConsents(tree, checkpoint.consents());
        tree.put("fingerprint", checkpoint.fingerprint());
        return tree;
    }

    private static Map<String, Object> encode(Replaced replaced) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("id", replaced.id());
        tree.put("fingerprint", replaced.fingerprint());
        return tree;
    }

    static Checkpoint decode(Object tree) {
        return TreeReader.read(tree, "$", reader -> {
            MigrationFile.checkFormat(reader);
            reader.text("kind");
            List<Replaced> replaces = reader.list("replaces", CheckpointFile::replaced);
            if (replaces.isEmpty()) {
                throw new InvalidTreeException(reader.at("replaces"), "A checkpoint replaces at least one migration.");
            }
            return new Checkpoint(
                    reader.text("id"),
                    replaces,
                    MigrationFile.savedAt(reader),
                    reader.list("operations", OperationCodec::decodeOperation),
                    MigrationFile.consents(reader),
                    MigrationFile.fingerprint(reader, "fingerprint"));
        });
    }

    private static Replaced replaced(Object tree, String path) {
        return TreeReader.read(tree, path, reader -> {
            String id = reader.text("id");
            if (!MigrationId.isValid(id)) {
                throw new InvalidTreeException(
                        reader.at("id"), "This must be the id of a migration, but it is '" + Shown.text(id) + "'.");
            }
            return new Replaced(id, MigrationFile.fingerprint(reader, "fingerprint"));
        });
    }
}
