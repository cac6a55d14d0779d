package dev.turnstone.processor.history;

import dev.turnstone.processor.finding.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a file that anyone may have put there: bounded in size and UTF-8 throughout. */
final class FileReading {

    /** A history of a thousand tables stays far below; a mistake or an attack does not. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private FileReading() {}

    /**
     * Reads a file as text.
     *
     * @return the text; empty if there is a finding about the file
     */
    static Optional<String> text(Path file, Findings findings, Tag tag) {
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
            return Optional.of(text);
        } catch (CharacterCodingException e) {
            findings.add(tag, name, named + " is no text in UTF-8.", Findings.RESTORE);
        } catch (IOException e) {
            findings.add(tag, name, named + " cannot be read: " + Shown.text(e.toString()) + ".", "Make it readable.");
        }
        return Optional.empty();
    }

    /**
     * Reads a text as a tree.
     *
     * @return the tree; empty if there is a finding about the file
     */
    static Optional<Object> tree(String name, String text, Findings findings, Tag tag) {
        try {
            return Optional.of(JsonParser.parse(text));
        } catch (InvalidJsonException e) {
            findings.add(
                    tag, name, findings.named(name) + " cannot be read: " + e.getMessage() + ".", Findings.RESTORE);
            return Optional.empty();
        }
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
