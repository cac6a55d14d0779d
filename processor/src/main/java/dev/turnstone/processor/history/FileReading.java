package dev.turnstone.processor.history;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a file that anyone may have put there: bounded in size, UTF-8 throughout, and no leftover of a merge. */
final class FileReading {

    /** A history of a thousand tables stays far below; a mistake or an attack does not. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<<<<<<< |=======$|>>>>>>> |\\|\\|\\|\\|\\|\\|\\| )");

    private FileReading() {}

    /**
     * Reads a file as a tree.
     *
     * @return the tree; empty if there is a finding about the file
     */
    static Optional<Object> tree(Path file, Findings findings, dev.turnstone.processor.finding.Tag tag) {
        String name = file.getFileName().toString();
        String named = findings.named(name);
        try {
            if (!Files.isRegularFile(file)) {
                findings.add(tag, name, named + " is no file, though it is named like one.", "Remove it.");
                return Optional.empty();
            }
            Optional<byte[]> bytes = read(file);
            if (bytes.isEmpty()) {
                findings.add(
                        tag,
                        name,
                        named + " is larger than " + MOST_BYTES / (1024 * 1024) + " MiB; no file of Turnstone is.",
                        Findings.RESTORE);
                return Optional.empty();
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes.get()))
                    .toString();
            if (CONFLICT.matcher(text).find()) {
                findings.add(
                        tag,
                        name,
                        named + " has the markers of a merge conflict: both sides saved a migration.",
                        "Keep one side: take its version of this file and of " + SnapshotFile.NAME
                                + ", delete the migration file that only the other side saved,"
                                + " and compile with -Aturnstone.save=<name> to save that change again on top.");
                return Optional.empty();
            }
            return Optional.of(JsonParser.parse(text));
        } catch (CharacterCodingException e) {
            findings.add(tag, name, named + " is no text in UTF-8.", Findings.RESTORE);
        } catch (InvalidJsonException e) {
            findings.add(tag, name, named + " cannot be read: " + e.getMessage() + ".", Findings.RESTORE);
        } catch (IOException e) {
            findings.add(tag, name, named + " cannot be read: " + Shown.text(e.toString()) + ".", "Make it readable.");
        }
        return Optional.empty();
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }
}
