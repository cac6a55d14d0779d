package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectLayoutTest {

    @TempDir
    Path root;

    @ParameterizedTest
    @CsvSource({
        "src/main/java/com/acme/A.java, src/main/turnstone",
        "src/test/java/com/acme/A.java, src/test/turnstone",
        "src/integration/java/com/acme/A.java, src/integration/turnstone",
        "src/main/kotlin/com/acme/A.kt, src/main/turnstone",
        "module/src/main/java/com/acme/A.java, module/src/main/turnstone",
        "src/main/java/com/src/main/java/A.java, src/main/java/com/src/main/turnstone"
    })
    void aSourceFolderTellsRootAndSourceSet(String source, String folder) {
        assertThat(bySource(source).defaultFolder()).isEqualTo(root.resolve(folder));
    }

    @ParameterizedTest
    @CsvSource({
        "target/classes, src/main/turnstone",
        "target/test-classes, src/test/turnstone",
        "build/classes/java/main, src/main/turnstone",
        "build/classes/java/test, src/test/turnstone",
        "bin/main, src/main/turnstone",
        "bin/test, src/test/turnstone",
        "out/production/app, src/main/turnstone",
        "out/test/app, src/test/turnstone"
    })
    void aClassOutputTellsThemWhereNoSourceDoes(String output, String folder) throws IOException {
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Optional<ProjectLayout> layout =
                ProjectLayout.of(Optional.empty(), Optional.empty(), Optional.of(root.resolve(output)));
        assertThat(layout.orElseThrow().defaultFolder()).isEqualTo(root.resolve(folder));
    }

    @Test
    void otherSourceFoldersLeadToTheNearestBuildFile() throws IOException {
        Files.createDirectories(root.resolve("app"));
        Files.writeString(root.resolve("build.gradle.kts"), "");
        Files.writeString(root.resolve("app/build.gradle"), "");
        assertThat(bySource("app/code/com/acme/A.java").root()).isEqualTo(root.resolve("app"));
    }

    @Test
    void aFolderThatIsThereAlreadyIsTheRootsMark() throws IOException {
        Files.createDirectories(root.resolve("app/src/main/turnstone"));
        assertThat(bySource("app/code/com/acme/A.java").root()).isEqualTo(root.resolve("app"));
    }

    @Test
    void withoutAnyMarkTheFolderAboveTheSourcesIsTheRoot() {
        Path file = root.resolve("src/com/acme/A.java");
        ProjectLayout layout = ProjectLayout.of(
                        Optional.of(file), Optional.of(root.resolve("src")), Optional.of(root.resolve("out")))
                .orElseThrow();
        assertThat(layout.defaultFolder()).isEqualTo(root.resolve("src/main/turnstone"));
    }

    @Test
    void withoutAnyPathThereIsNoLayout() {
        assertThat(ProjectLayout.of(Optional.empty(), Optional.empty(), Optional.empty()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "main, db/main/changes, db/main/changes",
        "test, db/main/changes, db/test/changes",
        "test, src/main/turnstone, src/test/turnstone",
        "test, db/main, db/test",
        "test, db/changes, db/changes-test",
        "main, ../shared, ../shared"
    })
    void anOptionNamesAFolderForEachSourceSet(String sourceSet, String option, String folder) {
        assertThat(new ProjectLayout(root, sourceSet).folder(option))
                .isEqualTo(root.resolve(folder).normalize());
    }

    private ProjectLayout bySource(String source) {
        return ProjectLayout.of(Optional.of(root.resolve(source)), Optional.empty(), Optional.empty())
                .orElseThrow();
    }
}
