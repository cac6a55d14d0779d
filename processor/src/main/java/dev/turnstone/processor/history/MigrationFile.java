package dev.turnstone.processor.history;

import dev.turnstone.processor.codec.InvalidTreeException;
import dev.turnstone.processor.codec.OperationCodec;
import dev.turnstone.processor.codec.TreeReader;
import dev.turnstone.processor.declared.Consent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of a saved migration's file. */
final class MigrationFile {

    /** The format that this version writes; it reads this one and every earlier one. */
    static final int FORMAT = 1;

    private static final String NEWER = "A newer version of Turnstone wrote this file";

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");

    private MigrationFile() {}

    static Map<String, Object> encode(SavedMigration migration) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", FORMAT);
        tree.put("id", migration.id());
        tree.put("parent", migration.parent());
        tree.put("parent_fingerprint", migration.parentFingerprint());
        tree.put("saved", migration.savedAt());
        tree.put(
                "operations",
                migration.operations().stream().map(OperationCodec::encode).toList());
        putConsents(tree, migration.consents());
        tree.put("fingerprint", migration.fingerprint());
        if (!migration.supersedes().isEmpty()) {
            tree.put("supersedes", migration.supersedes());
        }
        return tree;
    }

    static SavedMigration decode(Object tree) {
        return TreeReader.read(tree, "$", reader -> {
            checkFormat(reader);
            return new SavedMigration(
                    reader.text("id"),
                    reader.text("parent"),
                    fingerprint(reader, "parent_fingerprint"),
                    savedAt(reader),
                    reader.list("operations", OperationCodec::decodeOperation),
                    consents(reader),
                    fingerprint(reader, "fingerprint"),
                    reader.has("supersedes") ? reader.list("supersedes", MigrationFile::fingerprint) : List.of());
        });
    }

    static String savedAt(TreeReader reader) {
        return matching(reader, "saved", INSTANT, "a time such as 2026-01-31T12:00:00Z");
    }

    static void putConsents(Map<String, Object> tree, List<Consent> consents) {
        if (!consents.isEmpty()) {
            tree.put("consents", consents.stream().map(MigrationFile::encode).toList());
        }
    }

    static List<Consent> consents(TreeReader reader) {
        return reader.has("consents") ? reader.list("consents", MigrationFile::consent) : List.of();
    }

    private static Map<String, Object> encode(Consent consent) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("tag", consent.tag());
        tree.put("on", consent.subject());
        tree.put("reason", consent.reason());
        return tree;
    }

    private static Consent consent(Object tree, String path) {
        return TreeReader.read(
                tree, path, reader -> new Consent(reader.text("tag"), reader.text("on"), reader.text("reason")));
    }

    static void checkFormat(TreeReader reader) {
        if (!(reader.value("format") instanceof Integer format) || format < 1) {
            throw new InvalidTreeException(reader.at("format"), "This must be " + FORMAT + ".");
        }
        if (format > FORMAT) {
            throw new InvalidTreeException(reader.at("format"), NEWER + ": format " + format + ", not " + FORMAT + ".");
        }
    }

    /** Whether a file is good, but not for this version. */
    static boolean isNewer(InvalidTreeException e) {
        return e.sentence().startsWith(NEWER);
    }

    private static String fingerprint(Object value, String path) {
        if (!(value instanceof String text) || !FINGERPRINT.matcher(text).matches()) {
            throw new InvalidTreeException(path, "This must be a fingerprint of 64 hexadecimal digits.");
        }
        return text;
    }

    static String fingerprint(TreeReader reader, String member) {
        return matching(reader, member, FINGERPRINT, "a fingerprint of 64 hexadecimal digits");
    }

    static String matching(TreeReader reader, String member, Pattern pattern, String expected) {
        String text = reader.text(member);
        if (!pattern.matcher(text).matches()) {
            throw new InvalidTreeException(
                    reader.at(member), "This must be " + expected + ", but it is '" + Shown.text(text) + "'.");
        }
        return text;
    }
}
