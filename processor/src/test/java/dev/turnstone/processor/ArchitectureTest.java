package dev.turnstone.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between packages, and what no class of ours may do. */
class ArchitectureTest {

    private static final String OURS = "dev.turnstone";

    /** For each package, what else of ours it may use. A package must have its line here. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            arrows("annotations", ""),
            arrows("schema", ""),
            arrows("operation", "schema"),
            arrows("dialect", "schema operation"),
            arrows("data", ""),
            arrows("migration", "schema operation dialect data"),
            arrows("engine", "schema operation dialect migration data"),
            arrows("", "schema operation dialect migration engine"),
            arrows("processor.codec", "schema operation"),
            arrows("processor.finding", ""),
            arrows("processor.declared", "schema operation processor.finding"),
            arrows("processor.read", "schema operation processor.declared processor.finding"),
            arrows("processor.declared.jpa", "processor.finding"),
            arrows("processor.read.jpa", "processor.declared.jpa processor.finding"),
            arrows("processor.jpa", "schema processor.declared processor.declared.jpa processor.finding"),
            arrows("processor.persistence", "processor.finding"),
            arrows("processor.rewrite", "schema operation processor.codec processor.declared"),
            arrows(
                    "processor.history",
                    "schema operation processor.codec processor.rewrite processor.declared processor.finding"),
            arrows("processor.fold", "schema operation"),
            arrows(
                    "processor.page",
                    "schema operation processor.codec processor.declared processor.history processor.fold"),
            arrows("processor.diff", "schema operation processor.declared processor.finding"),
            arrows("processor.lint", "schema operation dialect processor.declared processor.finding"),
            arrows("processor.emit", "schema operation dialect migration data processor.declared processor.finding"),
            arrows(
                    "processor",
                    "schema operation dialect migration processor.codec processor.finding processor.declared"
                            + " processor.read processor.history processor.diff processor.rewrite processor.fold processor.lint"
                            + " processor.emit processor.page"
                            + " processor.declared.jpa processor.read.jpa processor.jpa processor.persistence"));

    private static final String COMPILER_USERS = "dev.turnstone.processor dev.turnstone.processor.read"
            + " dev.turnstone.processor.read.jpa"
            + " dev.turnstone.processor.emit dev.turnstone.processor.finding.SourceRef"
            + " dev.turnstone.processor.finding.FindingPrinter dev.turnstone.processor.finding.Getters";

    /** For each library, by the prefix of its packages: the only packages and classes that may use it. */
    private static final Map<String, Set<String>> USERS = Map.ofEntries(
            entry("java.sql.", words("dev.turnstone dev.turnstone.engine dev.turnstone.data")),
            entry("javax.sql.", words("dev.turnstone dev.turnstone.engine")),
            entry("javax.lang.model.", words(COMPILER_USERS)),
            entry("javax.annotation.processing.", words(COMPILER_USERS)),
            entry("javax.tools.", words(COMPILER_USERS)),
            entry("com.sun.source.", words("dev.turnstone.processor")),
            entry("com.palantir.javapoet.", words("dev.turnstone.processor.emit")),
            entry("com.google.gson.", words("dev.turnstone.processor.history")));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // The runtime's tests are a jar once they are packaged.
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(OURS);

    @Test
    void everyPackageHasItsLine() {
        Set<String> found = CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

        assertThat(found).isSubsetOf(ARROWS.keySet()).contains("dev.turnstone.schema", "dev.turnstone.processor");
    }

    @Test
    void arrowsGoOneWay() {
        assertThat(violations(dependency -> {
                    String from = dependency.getOriginClass().getPackageName();
                    String to = target(dependency).getPackageName();
                    return isOurs(to)
                            && !to.equals(from)
                            && !ARROWS.getOrDefault(from, Set.of()).contains(to);
                }))
                .isEmpty();
    }

    @Test
    void noPackageIsPartOfACycle() {
        slices().assignedFrom(new ByPackage()).should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void aLibraryHasItsOnlyUsers() {
        assertThat(violations(dependency -> {
                    String to = target(dependency).getName();
                    JavaClass from = dependency.getOriginClass();
                    return USERS.entrySet().stream()
                            .anyMatch(library -> to.startsWith(library.getKey())
                                    && !library.getValue().contains(from.getPackageName())
                                    && !library.getValue().contains(topLevel(from)));
                }))
                .isEmpty();
    }

    @Test
    void theRuntimeNeedsNothingButTheJdk() {
        assertThat(violations(dependency -> {
                    String from = dependency.getOriginClass().getPackageName();
                    JavaClass to = target(dependency);
                    return !from.startsWith(OURS + ".processor")
                            && !isOurs(to.getPackageName())
                            && !to.isPrimitive()
                            && !Set.of("java.base", "java.sql").contains(moduleOf(to.getName()));
                }))
                .isEmpty();
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void nothingIsPrintedPastTheCaller() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    private static List<String> violations(Predicate<Dependency> isWrong) {
        return CLASSES.stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .filter(isWrong)
                .map(Dependency::getDescription)
                .sorted()
                .toList();
    }

    private static JavaClass target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType();
    }

    private static boolean isOurs(String packageName) {
        return packageName.equals(OURS) || packageName.startsWith(OURS + ".");
    }

    private static String topLevel(JavaClass nested) {
        return nested.getName().replaceFirst("\\$.*", "");
    }

    private static String moduleOf(String className) {
        try {
            Module module = Class.forName(className, false, ArchitectureTest.class.getClassLoader())
                    .getModule();
            return module.isNamed() ? module.getName() : "";
        } catch (ClassNotFoundException nowhere) {
            return "";
        }
    }

    private static Map.Entry<String, Set<String>> arrows(String from, String to) {
        return entry(
                qualified(from),
                words(to).stream().map(ArchitectureTest::qualified).collect(Collectors.toSet()));
    }

    private static String qualified(String name) {
        return name.isEmpty() ? OURS : OURS + "." + name;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static final class ByPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
