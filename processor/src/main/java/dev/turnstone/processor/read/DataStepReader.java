package dev.turnstone.processor.read;

import dev.turnstone.operation.RunData;
import dev.turnstone.processor.declared.DeclaredStep;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads the classes of data migrations, from source or from class files. */
public final class DataStepReader {

    private static final String INTERFACE = "dev.turnstone.data.DataStep";
    private static final String CONTEXT = "dev.turnstone.data.DataContext";

    private final Types types;
    private final Elements elements;

    /**
     * A reader for one round.
     *
     * @param types the compiler's types
     * @param elements the compiler's elements
     */
    public DataStepReader(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    /**
     * Reads one class.
     *
     * @param type a class with {@code @DataMigration}, or one that a saved migration names
     * @return the data migration and what is wrong with it
     */
    public StepResult read(TypeElement type) {
        Optional<Mirror> annotation = Mirror.of(type, Vocabulary.DATA_MIGRATION);
        if (hasUnresolvedParent(type)
                || annotation.filter(Mirror::hasUnresolvedValue).isPresent()) {
            return StepResult.UNRESOLVED;
        }
        Report report = new Report();
        unusable(type)
                .ifPresent(problem -> report.add(
                        Tag.DATA_CLASS,
                        SourceRef.of(type),
                        "The data migration " + type.getSimpleName() + " " + problem.what()
                                + ", so the generated migration, which is in another package, cannot run it.",
                        problem.fix()));
        String name = elements.getBinaryName(type).toString();
        DeclaredStep step = new DeclaredStep(
                new RunData(name, false, overridesDown(type)),
                false,
                annotation
                        .flatMap(each -> each.number("order"))
                        .map(Placed::value)
                        .orElse(0),
                annotation.map(each -> report.names(each.texts("tables"))).orElse(List.of()),
                annotation.map(each -> report.names(each.texts("fills"))).orElse(List.of()),
                SourceRef.of(type));
        return new StepResult(List.of(step), report.findings(), false);
    }

    private record Problem(String what, String fix) {}

    private Optional<Problem> unusable(TypeElement type) {
        String name = type.getSimpleName().toString();
        Set<Modifier> modifiers = type.getModifiers();
        TypeElement contract = elements.getTypeElement(INTERFACE);
        boolean isClass = type.getKind() == ElementKind.CLASS || type.getKind() == ElementKind.RECORD;
        Problem problem = null;
        if (!isClass || contract == null || !types.isSubtype(types.erasure(type.asType()), contract.asType())) {
            problem = new Problem("does not implement " + INTERFACE, "public class " + name + " implements DataStep");
        } else if (modifiers.contains(Modifier.ABSTRACT)) {
            problem =
                    new Problem("is abstract", "Remove 'abstract', or put the annotation on a class that extends it.");
        } else if (elements.getPackageOf(type).isUnnamed()) {
            problem = new Problem("is in no package", "package com.acme;");
        } else if (isInner(type)) {
            problem = new Problem("is an inner class", "public static class " + name);
        } else if (isHidden(type)) {
            problem = new Problem("is not public, or a class around it is not", "public class " + name);
        } else if (!hasConstructor(type)) {
            problem = new Problem(
                    "has no public constructor without parameters and without a throws clause",
                    "public " + name + "() {}");
        }
        return Optional.ofNullable(problem);
    }

    private static boolean isInner(TypeElement type) {
        Element around = type.getEnclosingElement();
        return around instanceof TypeElement outer
                && ((!type.getModifiers().contains(Modifier.STATIC) && type.getKind() == ElementKind.CLASS)
                        || isInner(outer));
    }

    private static boolean isHidden(TypeElement type) {
        return !type.getModifiers().contains(Modifier.PUBLIC)
                || (type.getEnclosingElement() instanceof TypeElement outer && isHidden(outer));
    }

    private static boolean hasConstructor(TypeElement type) {
        return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                .anyMatch(each -> each.getParameters().isEmpty()
                        && each.getThrownTypes().isEmpty()
                        && each.getModifiers().contains(Modifier.PUBLIC));
    }

    private boolean overridesDown(TypeElement type) {
        return ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
                .anyMatch(method -> method.getSimpleName().contentEquals("down")
                        && takesContext(method)
                        && !((TypeElement) method.getEnclosingElement())
                                .getQualifiedName()
                                .contentEquals(INTERFACE));
    }

    private static boolean takesContext(ExecutableElement method) {
        return method.getParameters().size() == 1
                && JavaTypes.nameOf(method.getParameters().get(0).asType()).equals(CONTEXT);
    }

    /** Whether something that the class extends or implements does not exist (yet). */
    private boolean hasUnresolvedParent(TypeElement type) {
        return type.getInterfaces().stream().anyMatch(this::isUnresolved) || isUnresolved(type.getSuperclass());
    }

    private boolean isUnresolved(TypeMirror parent) {
        return parent.getKind() == TypeKind.ERROR
                || JavaTypes.element(parent).filter(this::hasUnresolvedParent).isPresent();
    }
}
