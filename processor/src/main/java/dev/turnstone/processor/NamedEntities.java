package dev.turnstone.processor;

import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.processor.persistence.PersistenceFiles;
import dev.turnstone.processor.read.Vocabulary;
import dev.turnstone.processor.read.jpa.JpaVocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * The entities that an option or a file names, so that they count although no source of the compilation has them.
 *
 * @param names classes, and packages such as {@code com.acme.*}, each with what names it
 * @param files what the files of JPA and Hibernate say
 */
record NamedEntities(Map<String, String> names, PersistenceFiles.Found files) {

    private static final String PACKAGE = ".*";
    private static final String OPTION = "-A" + OptionValues.PREFIX + "entities";

    /**
     * What names give.
     *
     * @param entities the binary names of entities and converters, sorted
     * @param findings the names that give nothing
     */
    record Resolved(Set<String> entities, List<Finding> findings) {}

    /** Reads the options and the files. The tests' own set takes no entities from elsewhere: those are the application's. */
    static NamedEntities of(
            ProcessorOptions options, Optional<ProjectLayout> layout, ClassOutput output, Collector collector) {
        List<Path> folders = Stream.concat(layout.map(ProjectLayout::resources).stream(), output.folder().stream())
                .toList();
        PersistenceFiles.Found files = PersistenceFiles.read(folders, collector.packages());
        if (!layout.map(ProjectLayout::isMain).orElse(true)) {
            List<Finding> findings = files.findings().stream()
                    .filter(each -> each.tag() == Tag.ORM_XML || each.isError())
                    .toList();
            return new NamedEntities(Map.of(), new PersistenceFiles.Found(Map.of(), Optional.empty(), findings));
        }
        Map<String, String> names = new LinkedHashMap<>();
        options.entities().forEach(name -> names.put(name, OPTION));
        files.classes().forEach(names::putIfAbsent);
        return new NamedEntities(names, files);
    }

    /** Looks the names up among the sources and on the class path. */
    Resolved resolve(Elements elements, Collector collector) {
        Resolved resolved = new Resolved(new TreeSet<>(), new ArrayList<>());
        names.forEach((name, origin) -> {
            Collection<TypeElement> found = name.endsWith(PACKAGE)
                    ? inPackage(elements, name)
                    : collector.find(name).stream().toList();
            List<TypeElement> mapped =
                    found.stream().filter(NamedEntities::isMapped).toList();
            if (mapped.isEmpty()) {
                resolved.findings().add(missing(name, origin, !found.isEmpty()));
            }
            mapped.stream()
                    .filter(NamedEntities::isRoot)
                    .forEach(each ->
                            resolved.entities().add(elements.getBinaryName(each).toString()));
        });
        return resolved;
    }

    /** What is an entity of the sources, but none for JPA, as a file lists all that are. */
    List<Finding> unlisted(Elements elements, Collector collector) {
        if (files.closed().isEmpty()) {
            return List.of();
        }
        Set<String> listed = new TreeSet<>();
        files.classes().keySet().forEach(each -> listed.add(each.replace('$', '.')));
        return collector.types().stream()
                .filter(JpaVocabulary::isEntity)
                .filter(each ->
                        !listed.contains(each.getQualifiedName().toString().replace('$', '.')))
                .map(
                        each -> Finding.of(
                                Tag.PERSISTENCE_XML,
                                SourceRef.of(each),
                                files.closed().get()
                                        + " excludes the classes that it does not list, and this entity is not listed: for JPA it is none,"
                                        + " yet the migrations have its table.",
                                "List it there: <class>" + elements.getBinaryName(each) + "</class>"
                                        + "\nIf something else makes it known, silence this: -Aturnstone.lint=TS-PERSISTENCE-XML=off"))
                .toList();
    }

    private static List<TypeElement> inPackage(Elements elements, String name) {
        PackageElement found = elements.getPackageElement(name.substring(0, name.length() - PACKAGE.length()));
        List<TypeElement> types = new ArrayList<>();
        if (found != null) {
            ElementFilter.typesIn(found.getEnclosedElements()).forEach(each -> addNested(each, types));
        }
        return types;
    }

    private static void addNested(TypeElement type, List<TypeElement> types) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(each -> addNested(each, types));
    }

    private static boolean isMapped(TypeElement type) {
        return JpaVocabulary.isMapped(type) || Vocabulary.isEntity(type);
    }

    private static boolean isRoot(TypeElement type) {
        return JpaVocabulary.isEntity(type) || JpaVocabulary.isConverter(type) || Vocabulary.isEntity(type);
    }

    private static Finding missing(String name, String origin, boolean exists) {
        String what = name.endsWith(PACKAGE)
                ? (exists ? "no class of that package is an entity." : "there is no such package.")
                : exists
                        ? "that class is no entity: it has none of JPA's annotations."
                        : "there is no such class, neither among the sources nor on the class path.";
        return Finding.of(
                Tag.ENTITY_MISSING,
                SourceRef.NONE,
                origin + " names " + name + ", and " + what + " Its table would be missing from the migrations.",
                "Mend the name (a nested class is com.acme.Outer$Inner), put its jar on the class path of the compile, or take the name"
                        + " out of " + origin + ".");
    }
}
