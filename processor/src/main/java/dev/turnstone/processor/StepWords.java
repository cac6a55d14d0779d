package dev.turnstone.processor;

import dev.turnstone.processor.emit.StepTables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The words of the sources that use a data migration's constants. Only its package can: constants that no source there names
 * need not be generated again in each compile for years.
 */
final class StepWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\w$]+");

    private final ProcessingEnvironment env;
    private final Collector collector;
    private final Map<Path, List<String>> byFolder = new HashMap<>();

    StepWords(ProcessingEnvironment env, Collector collector) {
        this.env = env;
        this.collector = collector;
    }

    /**
     * Looks into the folder of a data migration's source.
     *
     * @param step the binary name of its class
     * @return all words of the files there that speak of its constants; empty if that cannot be told
     */
    Set<String> of(String step) {
        Optional<Path> folder =
                collector.find(step).flatMap(type -> SourceFiles.of(env, type)).map(Path::getParent);
        if (folder.isEmpty()) {
            return Set.of();
        }
        Set<String> words = new TreeSet<>();
        for (String text : byFolder.computeIfAbsent(folder.get(), StepWords::texts)) {
            if (text.contains(StepTables.className(step))) {
                Collections.addAll(words, BETWEEN.split(text));
            }
        }
        return words;
    }

    /** The sources of a folder that may speak of constants; the words that count are ASCII in any encoding. */
    private static List<String> texts(Path folder) {
        List<String> texts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.java")) {
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains("Tables")) {
                    texts.add(text);
                }
            }
            return texts;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
    }
}
