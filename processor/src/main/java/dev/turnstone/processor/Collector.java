package dev.turnstone.processor;

import dev.turnstone.processor.read.Vocabulary;
import dev.turnstone.processor.read.jpa.JpaVocabulary;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/**
 * Collects by name what the rounds bring. Names outlive a round; elements do not.
 */
final class Collector {

    private static final String PACKAGE = ".package-info";

    private final Elements elements;
    private final Set<String> entities = new TreeSet<>();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> sources = new TreeSet<>();
    private final Set<String> steps = new TreeSet<>();
    private final Set<String> roots = new HashSet<>();
    private boolean any;

    Collector(Elements elements) {
        this.elements = elements;
    }

    /**
     * Takes in what a round brings.
     *
     * @param round the round
     * @return true if it brought an entity, a data migration or a step of SQL that was not known
     */
    boolean add(RoundEnvironment round) {
        TypeElement[] annotations = Stream.concat(Vocabulary.ROOTS.stream(), JpaVocabulary.ROOTS.stream())
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toArray(TypeElement[]::new);
        Set<? extends Element> annotated = round.getElementsAnnotatedWithAny(annotations);
        any |= !annotated.isEmpty();
        for (TypeElement type : ElementFilter.typesIn(round.getRootElements())) {
            roots.add(type.getQualifiedName().toString());
        }
        boolean news = false;
        for (TypeElement type : ElementFilter.typesIn(annotated)) {
            sources.add(type.getQualifiedName().toString());
            packages.add(elements.getPackageOf(type).getQualifiedName().toString());
            if (Vocabulary.isEntity(type) || JpaVocabulary.isEntity(type) || JpaVocabulary.isConverter(type)) {
                news |= entities.add(elements.getBinaryName(type).toString());
            }
            if (Vocabulary.hasSteps(type)) {
                news |= steps.add(elements.getBinaryName(type).toString());
            }
        }
        for (PackageElement pkg : ElementFilter.packagesIn(annotated)) {
            packages.add(pkg.getQualifiedName().toString());
            if (Vocabulary.hasSteps(pkg)) {
                news |= steps.add(pkg.getQualifiedName() + PACKAGE);
            }
        }
        return news;
    }

    /**
     * Adds entities that earlier compilations knew.
     *
     * @param names binary names
     */
    void addKnown(Collection<String> names) {
        entities.addAll(names);
    }

    /**
     * Adds what had data migrations or steps of SQL in earlier compilations.
     *
     * @param names as {@link #steps} gives them
     */
    void addKnownSteps(Collection<String> names) {
        steps.addAll(names);
    }

    /**
     * What has data migrations or steps of SQL, or had them in earlier compilations.
     *
     * @return binary names, sorted; that of a package is the one of its {@code package-info}
     */
    Set<String> steps() {
        return steps;
    }

    /**
     * Looks up a type or package.
     *
     * @param name as {@link #steps} gives it
     * @return the element, or empty if there is none (yet)
     */
    Optional<Element> findHolder(String name) {
        return name.endsWith(PACKAGE)
                ? Optional.ofNullable(elements.getPackageElement(name.substring(0, name.length() - PACKAGE.length())))
                : find(name).map(Element.class::cast);
    }

    /**
     * Tells whether anything of ours was met.
     *
     * @return true if a type or package has one of our annotations
     */
    boolean isEmpty() {
        return !any;
    }

    /**
     * The entities met so far and those that earlier compilations knew.
     *
     * @return binary names, sorted
     */
    Set<String> entities() {
        return entities;
    }

    /**
     * The annotated types of the sources, without those that earlier compilations knew.
     *
     * @return the types, sorted by name
     */
    List<TypeElement> types() {
        return sources.stream()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The packages that may say {@code @Dropped}.
     *
     * @return qualified names, sorted
     */
    Set<String> packages() {
        return packages;
    }

    /**
     * Looks a type up by its binary name, among the sources and on the class path.
     *
     * @param binaryName such as {@code com.acme.Blog$Post}
     * @return the type, or empty if there is none (yet)
     */
    Optional<TypeElement> find(String binaryName) {
        TypeElement exact = elements.getTypeElement(binaryName);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(elements.getTypeElement(binaryName.replace('$', '.')));
    }

    /**
     * Tells whether an element belongs to a type that a round brought, rather than to a class file that it refers to.
     *
     * @param element any element
     * @return true also for packages and modules
     */
    boolean isOfRound(Element element) {
        Element outermost = element;
        while (outermost.getEnclosingElement() != null
                && !(outermost.getEnclosingElement() instanceof PackageElement)) {
            outermost = outermost.getEnclosingElement();
        }
        return !(outermost instanceof TypeElement type)
                || roots.contains(type.getQualifiedName().toString());
    }

    /**
     * Tells whether a type was among the sources of a round, so that everything about it can be seen.
     *
     * @param type any type
     * @return false for a class file
     */
    boolean isSource(TypeElement type) {
        return sources.contains(type.getQualifiedName().toString());
    }
}
