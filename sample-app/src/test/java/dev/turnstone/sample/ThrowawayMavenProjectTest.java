package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's first hour: a project outside this repository, with the pom that README shows and the built jars. */
class ThrowawayMavenProjectTest {

    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path project;

    @TempDir
    private Path repositoryFolder;

    private LocalRepository localRepository;

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(Files.exists(Reactor.jar("processor")), "needs the packaged jars: run mvn verify");
        localRepository = LocalRepository.in(repositoryFolder);
        copy("pom.xml", project);
        Path sources = Files.createDirectories(project.resolve("src/main/java/com/example"));
        copy("Author.java", sources);
        copy("Main.java", sources);
    }

    @AfterEach
    void close() throws IOException {
        if (localRepository != null) {
            localRepository.close();
        }
    }

    @Test
    void entitiesBecomeMigrationsAndTheRowsAreKept() throws IOException, InterruptedException {
        Path committed = project.resolve("src/main/turnstone");

        assertThat(maven("clean", "compile")).contains("[TS-UNSAVED]");
        assertThat(committed).doesNotExist();

        maven("clean", "compile", "-Dturnstone.save=initial");
        assertThat(committed.resolve("0001_initial.json")).exists();
        assertThat(committed.resolve("schema.json")).exists();
        assertThat(main("Ada")).endsWith("id=1 name=Ada\n");

        Path author = project.resolve("src/main/java/com/example/Author.java");
        Files.writeString(author, Files.readString(author).replaceFirst("}\\s*$", "\n    private String email;\n}\n"));
        assertThat(maven("compile")).contains("[TS-UNSAVED]", "email");
        assertThat(committed).isDirectoryNotContaining("glob:**0002*");

        maven("clean", "compile", "-Dturnstone.save=add_author_email");
        assertThat(committed.resolve("0002_add_author_email.json")).exists();
        assertThat(main("Grace")).endsWith("id=1 name=Ada email=null\nid=2 name=Grace email=null\n");

        assertThat(maven("clean", "compile")).doesNotContain("[TS-");
    }

    @Test
    void thePomIsTheOneThatReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String shown =
                readme.substring(readme.indexOf("```xml") + 6, readme.indexOf("```\n\n`annotationProcessorPaths`"));
        String pom = normal(Files.readString(project.resolve("pom.xml")));
        for (String part : List.of("properties", "dependencies", "build")) {
            String begin = "<" + part + ">";
            String content = shown.substring(shown.indexOf(begin) + begin.length(), shown.indexOf("</" + part + ">"));
            assertThat(pom).contains(normal(content));
        }
    }

    private static String normal(String xml) {
        return xml.replaceAll("\\s+", " ").strip();
    }

    private String maven(String... arguments) throws IOException, InterruptedException {
        return Command.maven(project, localRepository, arguments);
    }

    private String main(String name) throws IOException, InterruptedException {
        String classPath = project.resolve("target/classes") + File.pathSeparator + Reactor.dependencies();
        Command command = Command.run(
                project,
                JAVA_HOME,
                List.of(JAVA_HOME.resolve("bin/java").toString(), "-cp", classPath, "com.example.Main", name));
        assertThat(command.status()).as(command.all()).isZero();
        return command.output().replace("\r\n", "\n");
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (InputStream content = ThrowawayMavenProjectTest.class.getResourceAsStream("throwaway/" + resource)) {
            Files.copy(content, folder.resolve(resource));
        }
    }
}
