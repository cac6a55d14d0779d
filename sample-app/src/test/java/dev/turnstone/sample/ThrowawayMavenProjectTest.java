package dev.turnstone.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's first hour: a project outside this repository, with the pom that README shows and the built jars. */
class ThrowawayMavenProjectTest {

    private static final Path OURS = Path.of("dev", "turnstone");
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path project;

    @TempDir
    private Path localRepository;

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(Files.exists(Reactor.jar("processor")), "needs the packaged jars: run mvn verify");
        borrow(Reactor.localRepository(), localRepository);
        deploy("parent", Path.of(""), null);
        for (String module : List.of("annotations", "runtime", "processor")) {
            deploy(module, Path.of(module), Reactor.jar(module));
        }
        copy("pom.xml", project);
        Path sources = Files.createDirectories(project.resolve("src/main/java/com/example"));
        copy("Author.java", sources);
        copy("Main.java", sources);
    }

    /** Before JUnit does it, which warns of each link. */
    @AfterEach
    void removeLinks() throws IOException {
        try (Stream<Path> all = Files.walk(localRepository)) {
            for (Path each : all.filter(Files::isSymbolicLink).toList()) {
                Files.delete(each);
            }
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

    private String maven(String... goals) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(Reactor.maven().toString(), "-B", "-Dmaven.repo.local=" + localRepository));
        words.addAll(List.of(goals));
        Command command = Command.run(project, JAVA_HOME, words);
        assertThat(command.status()).as(command.all()).isZero();
        return command.output();
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

    /** Links to what the real repository has, so that nothing is downloaded twice, and nothing of ours gets into it. */
    private static void borrow(Path real, Path temporary) throws IOException {
        borrow(real, temporary, Path.of(""));
    }

    private static void borrow(Path real, Path temporary, Path folder) throws IOException {
        try (Stream<Path> children = Files.list(real.resolve(folder))) {
            for (Path child : children.toList()) {
                Path name = folder.resolve(child.getFileName());
                if (OURS.equals(name)) {
                    continue;
                }
                if (OURS.startsWith(name)) {
                    Files.createDirectories(temporary.resolve(name));
                    borrow(real, temporary, name);
                } else {
                    Files.createSymbolicLink(temporary.resolve(name), child);
                }
            }
        }
    }

    private void deploy(String artifact, Path module, Path jar) throws IOException {
        String name = "turnstone-" + artifact;
        Path folder = Files.createDirectories(
                localRepository.resolve(OURS).resolve(name).resolve(Reactor.VERSION));
        Path pom = Reactor.module(module.toString()).resolve("pom.xml");
        Files.copy(pom, folder.resolve(name + "-" + Reactor.VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, folder.resolve(name + "-" + Reactor.VERSION + ".jar"));
        }
    }

    private static void copy(String resource, Path folder) throws IOException {
        try (InputStream content = ThrowawayMavenProjectTest.class.getResourceAsStream("throwaway/" + resource)) {
            Files.copy(content, folder.resolve(resource));
        }
    }
}
