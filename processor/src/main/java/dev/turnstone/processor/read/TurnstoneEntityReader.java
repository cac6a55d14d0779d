package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredEntity;
import dev.turnstone.processor.declared.DeclaredEntity.Drop;
import dev.turnstone.processor.declared.DeclaredEntity.TableFacts;
import dev.turnstone.processor.declared.DeclaredField;
import dev.turnstone.processor.declared.DeclaredRule;
import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads entities that are written with Turnstone's own annotations, from source or from class files. */
public final class TurnstoneEntityReader {

    private final Types types;
    private final Elements elements;
    private final Predicate<TypeElement> isSource;

    /**
     * A reader for one round.
     *
     * @param types the compiler's types
     * @param elements the compiler's elements
     * @param isSource tells whether a type is compiled from source now, rather than read from a class file
     */
    public TurnstoneEntityReader(Types types, Elements elements, Predicate<TypeElement> isSource) {
        this.types = types;
        this.elements = elements;
        this.isSource = isSource;
    }

    /**
     * What comes of reading a package.
     *
     * @param drops what its {@code @Dropped} say
     * @param accepts what its {@code @Accept} say
     * @param findings what is wrong with them
     */
    public record PackageResult(List<DropHint> drops, List<Accept> accepts, List<Finding> findings) {}

    /**
     * Reads one entity.
     *
     * @param type a type with {@code @Entity}
     * @param remembered what {@link DeclaredEntity#notNullPaths} was when the entity was last read from source; it
     *     decides for those fields that come from class files. Empty if there is no such memory.
     * @return the entity and what is wrong with it
     */
    public ReadResult read(TypeElement type, Optional<Set<String>> remembered) {
        Report report = new Report();
        if (!canBeEntity(type, report)) {
            return new ReadResult(Optional.empty(), report.findings(), List.of(), false);
        }
        Nullability nullability = new Nullability(report, isSource, remembered);
        AcceptReader accepts = new AcceptReader();
        FieldReader fieldReader = new FieldReader(types, elements, report, nullability, accepts);
        List<DeclaredField> fields = fieldReader.fields((DeclaredType) type.asType(), Scope.ENTITY);
        RuleReader ruleReader = new RuleReader(report);
        List<DeclaredRule> rules = new ArrayList<>();
        List<Drop> drops = new ArrayList<>();
        for (TypeElement each : new Members(types, report).classes(type)) {
            unresolvedValues(each, report);
            accepts.read(each);
            rules.addAll(ruleReader.rules(each));
            drops.addAll(ruleReader.drops(each));
        }
        DeclaredEntity entity = new DeclaredEntity(
                elements.getBinaryName(type).toString(),
                type.getSimpleName().toString(),
                SourceRef.of(type),
                facts(type, report),
                fields,
                rules,
                drops,
                nullability.notNull());
        return new ReadResult(
                Optional.of(entity).filter(each -> !report.isUnresolved()),
                report.findings(),
                accepts.accepts(),
                report.isUnresolved());
    }

    /**
     * Reads what a package says.
     *
     * @param element the package
     * @return its hints
     */
    public PackageResult read(PackageElement element) {
        Report report = new Report();
        List<DropHint> drops = new RuleReader(report)
                .drops(element).stream()
                        .map(drop -> new DropHint(
                                null,
                                drop.name().value(),
                                drop.reason(),
                                drop.name().place()))
                        .toList();
        AcceptReader accepts = new AcceptReader();
        accepts.read(element);
        return new PackageResult(drops, accepts.accepts(), report.findings());
    }

    private static TableFacts facts(TypeElement type, Report report) {
        Optional<Mirror> entity = Mirror.of(type, Vocabulary.ENTITY);
        return new TableFacts(
                report.name(entity.flatMap(each -> each.text("table"))),
                report.name(entity.flatMap(each -> each.text("schema"))),
                report.text(Mirror.of(type, Vocabulary.COMMENT).flatMap(each -> each.text("value"))),
                report.name(Mirror.of(type, Vocabulary.RENAMED_FROM).flatMap(each -> each.text("value"))));
    }

    private static void unresolvedValues(Element element, Report report) {
        element.getAnnotationMirrors().stream()
                .filter(mirror -> new Mirror(element, mirror).hasUnresolvedValue())
                .forEach(mirror -> report.unresolved());
    }

    private static boolean canBeEntity(TypeElement type, Report report) {
        boolean nested = type.getEnclosingElement().getKind() != ElementKind.PACKAGE;
        Optional<TypeElement> parent = entityAbove(type);
        String problem = "";
        String fix = "";
        if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
            problem = "is neither a class nor a record, so it has no fields that could be columns";
            fix = "Make it a class or a record, or remove @Entity.";
        } else if (type.getModifiers().contains(Modifier.ABSTRACT)) {
            problem = "is abstract, so no row could become an object of it";
            fix = "@MappedSuperclass instead of @Entity, for fields that several entities have in common";
        } else if (nested && !type.getModifiers().contains(Modifier.STATIC)) {
            problem = "is an inner class, which cannot exist without an object of the class around it";
            fix = "static class " + type.getSimpleName();
        } else if (parent.isPresent()) {
            problem = "extends the entity " + parent.get().getSimpleName()
                    + ", and Turnstone has no inheritance between" + " tables";
            fix = "Put the common fields into an abstract class with @MappedSuperclass that both extend, or refer to "
                    + parent.get().getSimpleName() + " by a field.";
        }
        if (!problem.isEmpty()) {
            report.add(Tag.UNSUPPORTED_ENTITY, SourceRef.of(type), type.getSimpleName() + " " + problem + ".", fix);
        }
        return problem.isEmpty();
    }

    private static Optional<TypeElement> entityAbove(TypeElement type) {
        Optional<TypeElement> superclass = JavaTypes.element(type.getSuperclass());
        return superclass.filter(Vocabulary::isEntity).or(() -> superclass.flatMap(TurnstoneEntityReader::entityAbove));
    }
}
