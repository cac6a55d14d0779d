package dev.turnstone.processor.read.jpa;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JavaType.Shape;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.JpaMember;
import dev.turnstone.processor.declared.jpa.JpaModel;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Getters;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Copies entities and all classes that they are made of, in one go. */
public final class JpaReader {

    private static final String SERIALIZABLE = "java.io.Serializable";
    private static final Set<Modifier> NOT_MAPPED = Set.of(Modifier.STATIC, Modifier.TRANSIENT);

    private final Elements elements;
    private final Types types;
    private final Set<String> own;
    private final NoteReader notes = new NoteReader(this::wholeType);
    private final Map<String, JpaClass> classes = new LinkedHashMap<>();
    private final Deque<TypeElement> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Predicate<TypeElement> isSource;
    private final List<Finding> findings = new ArrayList<>();
    private boolean fromSource;
    private boolean unresolved;

    private JpaReader(Elements elements, Types types, Set<String> own, Predicate<TypeElement> isSource) {
        this.elements = elements;
        this.types = types;
        this.own = own;
        this.isSource = isSource;
    }

    /**
     * What comes of reading.
     *
     * @param model the classes
     * @param unresolved whether a type was met that does not exist yet, so that all must be read again in a later round
     * @param findings what class files lack
     */
    public record Result(JpaModel model, boolean unresolved, List<Finding> findings) {}

    /**
     * Reads classes, and those that they mention.
     *
     * @param elements the compiler's elements
     * @param types the compiler's types
     * @param roots the entities and converters to begin with
     * @param own the binary names of the entities of this compilation's set
     * @param isSource tells whether a type is not of a class file
     * @return the classes
     */
    public static Result read(
            Elements elements,
            Types types,
            Collection<TypeElement> roots,
            Set<String> own,
            Predicate<TypeElement> isSource) {
        JpaReader reader = new JpaReader(elements, types, own, isSource);
        roots.forEach(reader::mention);
        while (!reader.open.isEmpty()) {
            reader.read(reader.open.pop());
        }
        return new Result(
                new JpaModel(reader.classes), reader.unresolved || reader.notes.unresolved(), reader.findings);
    }

    private void mention(TypeElement type) {
        if (seen.add(type.getQualifiedName().toString())) {
            open.add(type);
        }
    }

    /** A type whose members matter, although it may have no annotation that says so. */
    private JavaType wholeType(TypeMirror mirror) {
        if (mirror instanceof DeclaredType declared && mirror.getKind() != TypeKind.ERROR) {
            TypeElement element = (TypeElement) declared.asElement();
            String name = element.getQualifiedName().toString();
            if (!name.startsWith("java.") && whole.add(name) && seen.contains(name)) {
                open.add(element);
            }
        }
        return type(mirror);
    }

    private void read(TypeElement type) {
        String name = elements.getBinaryName(type).toString();
        fromSource = isSource.test(type);
        List<JpaMember> fields = new ArrayList<>();
        List<JpaMember> getters = new ArrayList<>();
        List<String> constants = new ArrayList<>();
        boolean mapped = whole.contains(type.getQualifiedName().toString()) || JpaVocabulary.isMapped(type);
        boolean hinted = JpaVocabulary.isHinted(type);
        boolean isEnum = type.getKind() == ElementKind.ENUM;
        for (Element member : mapped || isEnum ? type.getEnclosedElements() : List.<Element>of()) {
            hinted |= JpaVocabulary.isHinted(member);
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                constants.add(member.getSimpleName().toString());
            } else if (member.getKind() == ElementKind.FIELD) {
                if (Collections.disjoint(member.getModifiers(), NOT_MAPPED)) {
                    fields.add(field((VariableElement) member));
                }
            } else {
                Getters.property(member)
                        .ifPresent(property ->
                                getters.add(member(property, member, ((ExecutableElement) member).getReturnType())));
            }
        }
        classes.put(
                name,
                new JpaClass(
                        name,
                        type.getModifiers().contains(Modifier.ABSTRACT),
                        isSerializable(type),
                        own.contains(name),
                        hinted,
                        type.getTypeParameters().stream()
                                .map(TypeParameterElement::getSimpleName)
                                .map(Object::toString)
                                .toList(),
                        mapped ? supertypes(type) : List.of(),
                        notes.notes(type),
                        fields,
                        getters,
                        constants,
                        SourceRef.of(type)));
    }

    private List<JavaType> supertypes(TypeElement type) {
        List<JavaType> supertypes = new ArrayList<>();
        if (type.getSuperclass().getKind() != TypeKind.NONE) {
            if (type.getSuperclass().getKind() == TypeKind.ERROR && !fromSource) {
                findings.add(missing(type));
            }
            supertypes.add(wholeType(type.getSuperclass()));
        }
        type.getInterfaces().forEach(each -> supertypes.add(wholeType(each)));
        return supertypes;
    }

    private static Finding missing(TypeElement type) {
        return Finding.of(
                Tag.ENTITY_MISSING,
                SourceRef.of(type),
                "Its superclass " + type.getSuperclass()
                        + " is not on the class path, so the columns that come from there are not" + " known.",
                "Put the jar that has it on the class path of the compile.");
    }

    private boolean isSerializable(TypeElement type) {
        TypeElement serializable = elements.getTypeElement(SERIALIZABLE);
        return types.isSubtype(types.erasure(type.asType()), serializable.asType());
    }

    private JpaMember field(VariableElement field) {
        return member(field.getSimpleName().toString(), field, field.asType());
    }

    private JpaMember member(String name, Element element, TypeMirror type) {
        Notes written = notes.notes(element);
        JavaType read = written.has("Embedded", "EmbeddedId") ? wholeType(type) : type(type);
        return new JpaMember(name, read, written, SourceRef.of(element));
    }

    private JavaType type(TypeMirror mirror) {
        if (mirror.getKind().isPrimitive()) {
            return new JavaType(Shape.PRIMITIVE, mirror.getKind().name().toLowerCase(Locale.ROOT), List.of());
        } else if (mirror instanceof ArrayType array) {
            return new JavaType(Shape.ARRAY, "", List.of(type(array.getComponentType())));
        } else if (mirror instanceof TypeVariable variable) {
            TypeMirror bound = types.erasure(variable.getUpperBound());
            return new JavaType(
                    Shape.VARIABLE, variable.asElement().getSimpleName().toString(), List.of(type(bound)));
        } else if (mirror instanceof WildcardType wildcard) {
            return wildcard.getExtendsBound() == null
                    ? JavaType.of("java.lang.Object")
                    : type(wildcard.getExtendsBound());
        } else if (mirror.getKind() == TypeKind.ERROR) {
            // A class file was compiled once. What it lacks now no later round brings, and it may never be asked for.
            unresolved |= fromSource;
        } else if (mirror instanceof DeclaredType declared) {
            TypeElement element = (TypeElement) declared.asElement();
            mention(element);
            return new JavaType(
                    Shape.CLASS,
                    elements.getBinaryName(element).toString(),
                    declared.getTypeArguments().stream().map(this::type).toList());
        }
        return JavaType.of(mirror.toString());
    }
}
