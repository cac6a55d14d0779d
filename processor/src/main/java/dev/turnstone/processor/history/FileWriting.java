package dev.turnstone.processor.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files whole or not at all: first beside, then by one step of the file system. */
final class FileWriting {

    private FileWriting() {}

    /** Writes a new file; fails with {@link FileAlreadyExistsException} if it is there. */
    static void create(Path file, String text) throws IOException {
        Path beside = beside(file, text);
        try {
            link(file, beside);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Writes a file, whether or not it is there. */
    static void replace(Path file, String text) throws IOException {
        Path beside = beside(file, text);
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A link is the one step that makes a whole file and refuses to touch another; not every file system has it. */
    private static void link(Path file, Path beside) throws IOException {
        try {
            Files.createLink(file, beside);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | IOException e) {
            Files.move(beside, file);
        }
    }

    /** The name does not end like those of the history, so whatever a kill leaves is no part of it. */
    private static Path beside(Path file, String text) throws IOException {
        Path beside = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".tmp");
        return Files.write(beside, text.getBytes(StandardCharsets.UTF_8));
    }
}
