package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A project with entities in package {@code model}, as its newest compile left it.
 *
 * @param project the project
 * @param naming how names are made
 * @param compiled the newest compile
 */
record Model(TestProject project, String naming, Compiled compiled) {

    /** Compiles the files of folders, and saves what they mean as a migration. */
    static Model of(Path root, String naming, Path... folders) {
        return saved(new TestProject(root), naming, "initial", folders);
    }

    /**
     * Compiles once more, with the files of a folder added or in place of those with the same name.
     *
     * @param migration the name of the migration that is saved
     * @param output where the classes go; those of this model stay where they are
     * @param folder the files
     */
    Model changed(String migration, Path output, Path folder) {
        return saved(project.withOutput(output), naming, migration, folder);
    }

    /** Compiles once more, as it is. */
    Model again() {
        return new Model(project, naming, compile(project, "-Aturnstone.naming=" + naming));
    }

    private static Model saved(TestProject project, String naming, String migration, Path... folders) {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    project.write("src/main/java/model/" + file.getFileName(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Compiled compiled = compile(project, "-Aturnstone.naming=" + naming, "-Aturnstone.save=" + migration);
        return new Model(project, naming, compiled);
    }

    private static Compiled compile(TestProject project, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("-Aturnstone.targets=h2,postgresql,mariadb");
        all.add("-Xlint:-removal");
        Compiled compiled = project.compile(all.toArray(String[]::new));
        assertThat(compiled.errors()).isEmpty();
        return compiled;
    }

    /** Hibernate on the compiled classes. */
    Hibernate hibernate() {
        return Hibernate.of(naming.equals("spring"), compiled.classes(), "model");
    }
}
