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
import javax.lang.model.element.TypeElement;

/**
 * The words of the sources that use a data migration's constants. Only its package can, in any source set and language:
 * constants that no source there names need not be generated again in each compile for years.
 */
final class StepWords {

    private static final Pattern BETWEEN = Pattern.compile("[^\\w$]+");

    private final ProcessingEnvironment env;
    private final Collector collector;
    private final Map<String, List<String>> byPackage = new HashMap<>();

    StepWords(ProcessingEnvironment env, Collector collector) {
        this.env = env;
        this.collector = collector;
    }

    /**
     * Looks into the folders of the package of a data migration.
     *
     * @param step the binary name of its class
     * @return all words of the files there that speak of its constants; empty if that cannot be told
     */
    Set<String> of(String step) {
        Optional<TypeElement> type = collector.find(step);
        Optional<Path> file = type.flatMap(found -> SourceFiles.of(env, found));
        if (file.isEmpty()) {
            return Set.of();
        }
        String name = env.getElementUtils()
                .getPackageOf(type.get())
                .getQualifiedName()
                .toString();
        Set<String> words = new TreeSet<>();
        for (String text : byPackage.computeIfAbsent(name, each -> texts(each, file.get()))) {
            if (text.contains(StepTables.className(step))) {
                Collections.addAll(words, BETWEEN.split(text));
            }
        }
        return words;
    }

    /** The sources of a package that may speak of constants; none if not all can be read. */
    private static List<String> texts(String packageName, Path file) {
        try {
            Set<Path> folders = new TreeSet<>(Set.of(file.getParent()));
            Optional<ProjectLayout> layout = ProjectLayout.of(Optional.of(file), Optional.empty(), Optional.empty());
            if (layout.isPresent()) {
                for (Path folder : layout.get().sourceFolders()) {
                    folders.add(folder.resolve(packageName.replace('.', '/')));
                }
            }
            List<String> texts = new ArrayList<>();
            for (Path folder : folders) {
                if (Files.isDirectory(folder)) {
                    addTexts(folder, texts);
                }
            }
            return texts;
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
    }

    /** The words that count are ASCII in any encoding. */
    private static void addTexts(Path folder, List<String> texts) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.{java,kt,groovy}")) {
            for (Path file : files) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (text.contains("Tables")) {
                    texts.add(text);
                }
            }
        }
    }
}
