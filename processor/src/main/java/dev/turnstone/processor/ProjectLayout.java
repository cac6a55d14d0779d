package dev.turnstone.processor;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a compilation belongs: its project's root folder and its source set, found from a source file or from the class
 * output, never from the working folder (a Maven reactor and an IDE have others).
 *
 * @param root the project's root folder
 * @param sourceSet {@code main}, {@code test} or another folder below {@code src}
 */
record ProjectLayout(Path root, String sourceSet) {

    private static final String MAIN = "main";
    private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy");
    private static final List<String> MARKERS =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts", ".git");

    /**
     * Finds the layout.
     *
     * @param sourceFile the file of a root entity, if the compiler tells it
     * @param sourceRoot the folder of that file's topmost package, if known
     * @param classOutput the folder of class files, if it is one
     * @return the layout, or empty if neither is on a disk
     */
    static Optional<ProjectLayout> of(
            Optional<Path> sourceFile, Optional<Path> sourceRoot, Optional<Path> classOutput) {
        Optional<ProjectLayout> bySource = sourceFile.flatMap(ProjectLayout::bySourceFolders);
        if (bySource.isPresent()) {
            return bySource;
        }
        String sourceSet = classOutput.map(ProjectLayout::sourceSetOfOutput).orElse(MAIN);
        Optional<Path> marked = sourceFile
                .flatMap(file -> markedRoot(file, sourceSet))
                .or(() -> classOutput.flatMap(output -> markedRoot(output, sourceSet)));
        return marked.or(() -> sourceRoot.map(ProjectLayout::aboveSources))
                .map(root -> new ProjectLayout(root, sourceSet));
    }

    /**
     * Tells whether the compilation is the project's own, not that of its tests.
     *
     * @return true for the source set {@code main}
     */
    boolean isMain() {
        return sourceSet.equals(MAIN);
    }

    /**
     * The folders that sources have by convention, in all source sets.
     *
     * @return such as {@code src/test/kotlin} below the root, as far as they exist
     * @throws IOException if a folder cannot be listed
     */
    List<Path> sourceFolders() throws IOException {
        List<Path> folders = new ArrayList<>();
        Path src = root.resolve("src");
        if (Files.isDirectory(src)) {
            try (DirectoryStream<Path> sets = Files.newDirectoryStream(src)) {
                for (Path set : sets) {
                    LANGUAGES.stream()
                            .map(set::resolve)
                            .filter(Files::isDirectory)
                            .forEach(folders::add);
                }
            }
        }
        return folders;
    }

    /**
     * The committed folder of this source set.
     *
     * @return {@code src/main/turnstone} below the root, for the source set {@code main}
     */
    Path defaultFolder() {
        return root.resolve("src").resolve(sourceSet).resolve("turnstone");
    }

    /**
     * Where this source set has its resources, unless the build says otherwise.
     *
     * @return {@code src/main/resources} below the root, for the source set {@code main}
     */
    Path resources() {
        return root.resolve("src").resolve(sourceSet).resolve("resources");
    }

    /**
     * The folder that an option names. Build tools give the same options to the compilation of the tests, whose
     * entities are a set of their own and need a folder of their own.
     *
     * @param option an absolute path, or one relative to the root
     * @return the folder for this source set
     */
    Path folder(String option) {
        Path folder = root.resolve(option).normalize();
        if (isMain()) {
            return folder;
        }
        for (int i = folder.getNameCount() - 1; i > 0; i--) {
            if (folder.getName(i).toString().equals(MAIN)) {
                Path head = folder.getRoot().resolve(folder.subpath(0, i)).resolve(sourceSet);
                return i + 1 == folder.getNameCount()
                        ? head
                        : head.resolve(folder.subpath(i + 1, folder.getNameCount()));
            }
        }
        return folder.resolveSibling(folder.getFileName() + "-" + sourceSet);
    }

    private static Optional<ProjectLayout> bySourceFolders(Path sourceFile) {
        for (Path up = sourceFile.getParent(); up != null; up = up.getParent()) {
            Path folder = up;
            Path set = folder.getParent();
            Path src = set == null ? null : set.getParent();
            if (src != null
                    && src.getParent() != null
                    && named(src, "src")
                    && LANGUAGES.stream().anyMatch(language -> named(folder, language))) {
                return Optional.of(
                        new ProjectLayout(src.getParent(), set.getFileName().toString()));
            }
        }
        return Optional.empty();
    }

    private static String sourceSetOfOutput(Path output) {
        String path = output.toString().replace(File.separatorChar, '/') + "/";
        int gradle = path.lastIndexOf("/build/classes/");
        if (gradle >= 0) {
            String[] rest = path.substring(gradle + "/build/classes/".length()).split("/", -1);
            return rest.length > 2 ? rest[1] : MAIN;
        }
        boolean test =
                path.endsWith("/target/test-classes/") || path.endsWith("/bin/test/") || path.contains("/out/test/");
        return test ? "test" : MAIN;
    }

    private static Optional<Path> markedRoot(Path start, String sourceSet) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path here = folder;
            if (Files.isDirectory(here.resolve("src").resolve(sourceSet).resolve("turnstone"))
                    || MARKERS.stream().anyMatch(marker -> Files.exists(here.resolve(marker)))) {
                return Optional.of(here);
            }
        }
        return Optional.empty();
    }

    private static Path aboveSources(Path sourceRoot) {
        Path above = sourceRoot.getParent();
        return above != null && (named(sourceRoot, "src") || named(sourceRoot, "java")) ? above : sourceRoot;
    }

    private static boolean named(Path folder, String name) {
        return folder.getFileName() != null && folder.getFileName().toString().equals(name);
    }
}
