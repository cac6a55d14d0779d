package dev.turnstone.processor;

import dev.turnstone.operation.Operation;
import dev.turnstone.operation.RunData;
import dev.turnstone.operation.RunSql;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Finds which steps of a history a new database does not need, as the source says now. */
final class ObsoleteSteps {

    private static final String ACCEPT = "dev.turnstone.annotations.Accept";

    private final Elements elements;
    private final Set<String> entities;

    ObsoleteSteps(Elements elements, Set<String> entities) {
        this.elements = elements;
        this.entities = entities;
    }

    /**
     * Looks for consents to leave steps out.
     *
     * @param operations operations of a history
     * @return for each step of SQL what a package of the entities says, for each data migration what its class says
     */
    List<Consent> among(List<Operation> operations) {
        List<Consent> consents = new ArrayList<>();
        for (Operation operation : operations) {
            if (operation instanceof RunSql sql) {
                packages()
                        .flatMap(each -> reason(each).stream())
                        .findFirst()
                        .ifPresent(reason -> consents.add(consent(sql.name(), reason)));
            } else if (operation instanceof RunData data) {
                type(data.step())
                        .flatMap(ObsoleteSteps::reason)
                        .ifPresent(reason -> consents.add(consent(data.step(), reason)));
            }
        }
        return consents.stream().distinct().toList();
    }

    /** Looked up only when a squash asks, which few compilations do. */
    private Stream<Element> packages() {
        return entities.stream()
                .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
                .distinct()
                .flatMap(name -> Stream.ofNullable(elements.getPackageElement(name)));
    }

    /**
     * Where a step is in the source.
     *
     * @param step the name of a step of SQL, or of the class of a data migration
     * @return the class; only the name if there is none
     */
    SourceRef place(String step) {
        return type(step).map(SourceRef::of).orElseGet(() -> SourceRef.named(step));
    }

    private Optional<TypeElement> type(String step) {
        return Optional.ofNullable(elements.getTypeElement(step.replace('$', '.')));
    }

    private static Consent consent(String step, String reason) {
        return new Consent(Tag.SQUASH_BARRIER.toString(), step, reason);
    }

    private static Optional<String> reason(Element element) {
        return element.getAnnotationMirrors().stream()
                .flatMap(ObsoleteSteps::single)
                .filter(mirror -> Tag.SQUASH_BARRIER
                        .toString()
                        .equals(value(mirror, "value").getValue()))
                .map(mirror -> String.valueOf(value(mirror, "reason").getValue()))
                .findFirst();
    }

    /** Several of one kind stand inside another annotation. */
    private static Stream<AnnotationMirror> single(AnnotationMirror mirror) {
        String type = ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
        if (type.equals(ACCEPT)) {
            return Stream.of(mirror);
        }
        return type.equals(ACCEPT + ".List")
                ? ((List<?>) value(mirror, "value").getValue())
                        .stream().map(each -> (AnnotationMirror) ((AnnotationValue) each).getValue())
                : Stream.of();
    }

    private static AnnotationValue value(AnnotationMirror mirror, String name) {
        for (var entry : mirror.getElementValues().entrySet()) {
            ExecutableElement member = entry.getKey();
            if (member.getSimpleName().contentEquals(name)) {
                return entry.getValue();
            }
        }
        throw new IllegalStateException("The annotation has no " + name);
    }
}
