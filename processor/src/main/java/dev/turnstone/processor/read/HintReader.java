package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.Getters;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads Turnstone's hints on classes that another vocabulary makes entities of. */
public final class HintReader {

    /** What an attribute has once. */
    private static final List<String> SINGLE = List.of(Vocabulary.FILL, Vocabulary.CONVERT, Vocabulary.RENAMED_FROM);

    private final Report report = new Report();
    private final AcceptReader accepts = new AcceptReader();
    private final Map<String, Map<String, Mirror>> single = new TreeMap<>();

    private HintReader() {}

    /**
     * What comes of reading.
     *
     * @param rows what fields and getters say of rows, by the path of their places; nothing for one that says nothing
     * @param accepts what {@code @Accept} says on the classes, their fields and getters
     * @param findings what is wrong with the hints
     */
    public record Result(Map<String, RowFacts> rows, List<Accept> accepts, List<Finding> findings) {}

    /**
     * Reads classes.
     *
     * @param types entities and what they are made of
     * @return their hints
     */
    public static Result read(Collection<TypeElement> types) {
        HintReader reader = new HintReader();
        for (TypeElement type : types) {
            reader.accepts.read(type);
            type.getEnclosedElements().forEach(reader::member);
        }
        return new Result(reader.rows(), reader.accepts.accepts(), reader.report.findings());
    }

    private void member(Element member) {
        if (member.getKind().isField() || Getters.property(member).isPresent()) {
            accepts.read(member);
            SINGLE.forEach(name -> Mirror.of(member, name).ifPresent(mirror -> only(name, mirror)));
        } else if (member.getKind() == ElementKind.METHOD && !isAccessor(member)) {
            report.own(
                    member,
                    "This method is no getter, so it has no column that this could be about.",
                    "Write it on the field, or on its getter.");
        }
    }

    /** A record's accessor only repeats what its component says. */
    private static boolean isAccessor(Element method) {
        return method.getEnclosingElement() instanceof TypeElement type
                && type.getRecordComponents().stream()
                        .map(RecordComponentElement::getAccessor)
                        .anyMatch(method::equals);
    }

    /** A field and its getter have the same path. */
    private void only(String name, Mirror mirror) {
        Mirror first = single.computeIfAbsent(mirror.place().path(), path -> new HashMap<>())
                .putIfAbsent(name, mirror);
        if (first != null && !first.written().equals(mirror.written())) {
            report.invalid(
                    mirror.place(),
                    "The field and its getter are one attribute, and they contradict each other: the other says "
                            + first.annotation() + ".",
                    "Remove one of them.");
        }
    }

    private Map<String, RowFacts> rows() {
        RowReader reader = new RowReader(report);
        Map<String, RowFacts> rows = new TreeMap<>();
        single.forEach((path, mirrors) -> {
            Optional<Mirror> fill = Optional.ofNullable(mirrors.get(Vocabulary.FILL));
            Optional<Mirror> convert = Optional.ofNullable(mirrors.get(Vocabulary.CONVERT));
            if (fill.isPresent() || convert.isPresent()) {
                rows.put(path, reader.facts(fill, convert));
            }
        });
        return rows;
    }
}
