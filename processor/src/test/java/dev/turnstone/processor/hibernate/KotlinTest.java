package dev.turnstone.processor.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.testing.Compiled;
import dev.turnstone.processor.testing.TestProject;
import dev.turnstone.servers.TestDatabases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entities that the Kotlin compiler made class files of, named by option, compared with what Hibernate makes of them. */
class KotlinTest {

    /** Where the build puts the compiler. */
    private static final Path COMPILER = Path.of("target/kotlin");

    private static final String HEAD = """
            package shop

            import jakarta.persistence.*
            import java.math.BigDecimal
            import java.time.Instant
            import java.util.UUID

            """;

    private static final String MODEL = """
            @MappedSuperclass
            abstract class Base<K>(@Id @GeneratedValue var id: K? = null) {
                @Version var version: Int = 0
            }

            enum class Kind { SMALL, LARGE }

            @JvmInline value class Sku(val text: String)

            @Embeddable
            data class Address(val street: String = "", val zip: String? = null, val floor: Int = 0)

            @Entity
            class Customer(
                var name: String,
                @field:Column(length = 40, nullable = false) var login: String,
                val nickname: String?,
                @Embedded val home: Address,
                @ElementCollection var tags: MutableList<String> = mutableListOf(),
                @OneToMany(mappedBy = "buyer") val orders: List<Purchase> = listOf(),
            ) : Base<Long>() {
                @get:jakarta.persistence.Transient val shown: String get() = name
                @JvmField var open: Boolean = false
                lateinit var since: Instant
                @kotlin.jvm.Transient var cached: String = ""
                companion object { const val LIMIT = 3 }
            }

            @Entity
            data class Purchase(
                @Id val number: UUID,
                val count: Int,
                val weight: Int?,
                val price: BigDecimal,
                @Enumerated val kind: Kind,
                val kindOrNone: Kind?,
                val sku: Sku,
                val isPaid: Boolean,
                val paidTwice: Boolean?,
                @ManyToOne(optional = false) val buyer: Customer,
                val bytes: ByteArray,
                val letter: Char,
                val signed: Long = 0L,
            )

            @Entity
            class ByGetter(
                @get:Id var id: Long,
                @get:Column(name = "the_title") var title: String?,
                var isOpen: Boolean,
                @get:Transient var skipped: String = "",
            ) {
                class Outer {
                    @Entity class Inner(@Id var id: Long, var text: String)
                }
            }
            """;

    private static final String REFUSED = """
            package refused

            import jakarta.persistence.*

            @JvmInline value class Amount(val cents: Long)

            @Entity class Invoice(@Id var id: Long, var total: Amount, var discount: Amount?)
            """;

    /** The compiler takes seconds: it runs once. */
    @TempDir
    static Path kotlin;

    @TempDir
    Path folder;

    private TestProject project;

    @BeforeEach
    void begin() {
        project = new TestProject(folder).withClassPath(kotlin.resolve("classes"));
        project.write("src/main/java/shop/app/Main.java", "package shop.app; public class Main {}");
    }

    @Test
    void theSchemaIsTheOneThatHibernateMakes() throws Exception {
        String[] options = {"-Aturnstone.entities=shop.*", "-Aturnstone.naming=jpa", "-Aturnstone.targets=h2"};
        assertThat(project.compile(options[0], options[1], options[2], "-Aturnstone.save=initial")
                        .errors())
                .isEmpty();
        Compiled compiled = project.compile(options);
        assertThat(compiled.errors()).isEmpty();
        assertThat(compiled.set().hasDraft()).isFalse();
        try (LiveDatabase expected = LiveDatabase.of(TestDatabases.H2_MEMORY);
                LiveDatabase migrated = LiveDatabase.of(TestDatabases.H2_MEMORY)) {
            Hibernate.of(false, kotlin.resolve("classes"), "shop", library()).create(expected.dataSource());
            migrated.migrate(compiled);
            assertThat(expected.catalogue())
                    .filteredOn(line -> line.contains(" primary key ["))
                    .hasSize(5);
            assertThat(Catalogue.differences(expected.catalogue(), migrated.catalogue()))
                    .isEmpty();
        }
    }

    @Test
    void aValueClassThatIsAnObjectOfItsOwnIsRefused() {
        Compiled compiled = project.compile("-Aturnstone.entities=refused.Invoice", "-Aturnstone.targets=h2");
        assertThat(compiled.errorTags()).containsExactly("TS-UNSUPPORTED-TYPE");
        assertThat(compiled.errors().get(0).text())
                .contains("refused.Invoice.discount (a class file): ")
                .contains("refused.Amount");
    }

    @BeforeAll
    static void compileKotlin() throws Exception {
        Path model = Files.writeString(kotlin.resolve("Model.kt"), HEAD + MODEL);
        Path refused = Files.writeString(kotlin.resolve("Refused.kt"), REFUSED);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader = new URLClassLoader(compiler(), ClassLoader.getPlatformClassLoader())) {
            Class<?> type = loader.loadClass("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
            Object result = type.getMethod("exec", PrintStream.class, String[].class)
                    .invoke(
                            type.getConstructor().newInstance(),
                            new PrintStream(printed, true, StandardCharsets.UTF_8),
                            new String[] {
                                model.toString(),
                                refused.toString(),
                                "-d",
                                kotlin.resolve("classes").toString(),
                                "-classpath",
                                System.getProperty("java.class.path")
                                        + System.getProperty("path.separator")
                                        + library(),
                                "-no-stdlib",
                                "-no-reflect",
                                "-nowarn"
                            });
            assertThat(result).as(printed.toString(StandardCharsets.UTF_8)).hasToString("OK");
        }
    }

    private static URL[] compiler() throws IOException {
        List<URL> jars = new ArrayList<>();
        try (Stream<Path> files = Files.list(COMPILER)) {
            for (Path jar : files.sorted().toList()) {
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    private static Path library() throws IOException {
        try (Stream<Path> files = Files.list(COMPILER)) {
            return files.filter(each -> each.getFileName().toString().startsWith("kotlin-stdlib"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
