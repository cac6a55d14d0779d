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
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/** Reads Turnstone's hints on classes that another vocabulary makes entities of. */
public final class HintReader {

    private HintReader() {}

    /**
     * What comes of reading.
     *
     * @param rows what fields say of rows, by the path of their places; nothing for a field that says nothing
     * @param accepts what {@code @Accept} says on the classes and their fields
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
            for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
                accepts.read(field);
                Optional<Mirror> fill = Mirror.of(field, Vocabulary.FILL);
                Optional<Mirror> convert = Mirror.of(field, Vocabulary.CONVERT);
                if (fill.isPresent() || convert.isPresent()) {
                    rows.put(SourceRef.of(field).path(), reader.facts(fill, convert));
                }
            }
        }
        return new Result(rows, new ArrayList<>(accepts.accepts()), report.findings());
    }
}
