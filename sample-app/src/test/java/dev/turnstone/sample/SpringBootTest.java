package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Applications of Spring Boot as their developers have them, below {@code src/it}: each with entities of JPA, committed
 * migrations, {@code ddl-auto=validate}, and tests of its own, which run here with the built jars.
 */
class SpringBootTest {

    private static final Path PROJECTS = Reactor.sampleApp().resolve("src/it");

    @TempDir
    private Path project;

    @TempDir
    private Path repositoryFolder;

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
    void theMigrationComesBeforeHibernateLooks(String name) throws IOException, InterruptedException {
        assumeTrue(Files.exists(Reactor.jar("processor")), "needs the packaged jars: run mvn verify");
        copy(PROJECTS.resolve(name), project);
        try (LocalRepository repository = LocalRepository.in(repositoryFolder)) {
            String output = Command.maven(project, repository, "test");

            assertThat(output).containsPattern("Tests run: [1-9]\\d*, Failures: 0, Errors: 0, Skipped: 0");
            assertThat(output).doesNotContain("[TS-UNSAVED]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring-boot-3", "spring-boot-4"})
    void theConfigurationIsTheOneThatReadmeShows(String name) throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Path main = PROJECTS.resolve(name).resolve("src/main");
        assertThat(readme)
                .contains(Files.readString(main.resolve("java/com/example/clinic/DatabaseMigration.java")))
                .contains(Files.readString(main.resolve("resources/META-INF/spring.factories")))
                .contains(Files.readString(main.resolve("resources/application.properties")));
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path each : all) {
            Path target = to.resolve(from.relativize(each));
            Files.createDirectories(target.getParent());
            Files.copy(each, target);
        }
    }
}
