package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.Accept;
import dev.turnstone.processor.declared.DeclaredField.RowFacts;
import dev.turnstone.processor.finding.Finding;
import dev.turnstone.processor.finding.SourceRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads Turnstone's hints on classes that another vocabulary makes entities of. */
public final class HintReader {

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
        Report report = new Report();
        RowReader reader = new RowReader(report);
        AcceptReader accepts = new AcceptReader();
        Map<String, RowFacts> rows = new TreeMap<>();
        for (TypeElement type : types) {
            accepts.read(type);
            for (Element member : type.getEnclosedElements()) {
                if (!member.getKind().isField() && member.getKind() != ElementKind.METHOD) {
                    continue;
                }
                accepts.read(member);
                Optional<Mirror> fill = Mirror.of(member, Vocabulary.FILL);
                Optional<Mirror> convert = Mirror.of(member, Vocabulary.CONVERT);
                if (fill.isPresent() || convert.isPresent()) {
                    // A field and its getter have the same path.
                    rows.merge(SourceRef.of(member).path(), reader.facts(fill, convert), HintReader::both);
                }
            }
        }
        return new Result(rows, new ArrayList<>(accepts.accepts()), report.findings());
    }

    private static RowFacts both(RowFacts one, RowFacts other) {
        return new RowFacts(
                one.fill().or(other::fill),
                one.using().or(other::using),
                one.back().or(other::back));
    }
}
