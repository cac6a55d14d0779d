package dev.turnstone.processor.declared.jpa;

import dev.turnstone.processor.finding.SourceRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An annotation with the members that are written; defaults are not among them. Values are texts, numbers, truth values,
 * constants, types, notes, or lists of these.
 *
 * @param name the annotation's qualified name
 * @param members the values by member
 * @param place where it stands
 */
public record Note(String name, Map<String, Object> members, SourceRef place) {

    /**
     * The name of an enum's constant.
     *
     * @param name such as {@code STRING}
     */
    public record Constant(String name) {}

    /** Copies the members. */
    public Note {
        members = Map.copyOf(members);
    }

    /**
     * A text that is written and not empty.
     *
     * @param member the member's name
     * @return the text
     */
    public Optional<String> text(String member) {
        return get(member, String.class).filter(text -> !text.isEmpty());
    }

    /**
     * A number that is written.
     *
     * @param member the member's name
     * @return the number
     */
    public Optional<Long> number(String member) {
        return get(member, Number.class).map(Number::longValue);
    }

    /**
     * Tells whether a truth value is written, and is this one.
     *
     * @param member the member's name
     * @param value the value
     * @return true if it is written so
     */
    public boolean says(String member, boolean value) {
        return get(member, Boolean.class).filter(each -> each == value).isPresent();
    }

    /**
     * An enum's constant that is written.
     *
     * @param member the member's name
     * @return the constant's name
     */
    public Optional<String> constant(String member) {
        return get(member, Constant.class).map(Constant::name);
    }

    /**
     * A class that is written, unless it is {@code void}.
     *
     * @param member the member's name
     * @return the type
     */
    public Optional<JavaType> type(String member) {
        return get(member, JavaType.class).filter(type -> !type.name().equals("void"));
    }

    /**
     * An annotation that is written as a member.
     *
     * @param member the member's name
     * @return the annotation
     */
    public Optional<Note> note(String member) {
        return notes(member).stream().findFirst();
    }

    /**
     * The annotations that are written as a member; one alone counts as a list.
     *
     * @param member the member's name
     * @return the annotations
     */
    public List<Note> notes(String member) {
        return list(member, Note.class);
    }

    /**
     * The texts that are written as a member; one alone counts as a list.
     *
     * @param member the member's name
     * @return the texts
     */
    public List<String> texts(String member) {
        return list(member, String.class);
    }

    /**
     * The classes that are written as a member; one alone counts as a list.
     *
     * @param member the member's name
     * @return the types
     */
    public List<JavaType> types(String member) {
        return list(member, JavaType.class);
    }

    private <T> List<T> list(String member, Class<T> kind) {
        Object value = members.get(member);
        List<?> values = value instanceof List<?> many ? many : value == null ? List.of() : List.of(value);
        List<T> found = new ArrayList<>();
        for (Object each : values) {
            if (kind.isInstance(each)) {
                found.add(kind.cast(each));
            }
        }
        return found;
    }

    private <T> Optional<T> get(String member, Class<T> kind) {
        Object value = members.get(member);
        return kind.isInstance(value) ? Optional.of(kind.cast(value)) : Optional.empty();
    }
}
