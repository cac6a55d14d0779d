package dev.turnstone.processor.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A compilation to measure.
 *
 * @param sources the files to compile
 * @param arguments the rest of javac's command line, without the folders for its output
 */
record Compilation(List<Path> sources, List<String> arguments) {

    /** Sources and their class path. */
    static Compilation of(List<Path> sources, String classPath) {
        return new Compilation(sources, List.of("-cp", classPath));
    }

    /** The same with more arguments. */
    Compilation with(String... more) {
        return new Compilation(sources, concat(arguments, List.of(more)));
    }

    /** The same with more sources. */
    Compilation with(List<Path> more) {
        return new Compilation(concat(sources, more), arguments);
    }

    /**
     * Compiles once, cold.
     *
     * @param folder where to put class files ({@code classes}) and generated sources ({@code generated}); emptied before
     */
    JavacChild.Cost run(Path folder) throws IOException, InterruptedException {
        delete(folder);
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path generated = Files.createDirectories(folder.resolve("generated"));
        List<String> all = new ArrayList<>(List.of("-nowarn", "-d", classes.toString(), "-s", generated.toString()));
        all.addAll(arguments);
        sources.forEach(file -> all.add(file.toString()));
        return JavacChild.run(folder, all);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** Removes a folder, if it is there. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    /** Copies a folder. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each)));
            }
        }
    }

    /** The Java sources below a folder. */
    static List<Path> sourcesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
