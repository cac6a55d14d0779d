package dev.turnstone.processor.jpa;

import static dev.turnstone.schema.ColumnType.Kind.VARBINARY;
import static dev.turnstone.schema.ColumnType.Kind.VARCHAR;

import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType;
import java.util.Optional;

/** The lengths of a column as the source gives them. */
record Size(
        Optional<String> definition,
        Optional<Integer> length,
        Optional<Integer> precision,
        int scale,
        Optional<Integer> digits,
        Optional<String> options) {

    /**
     * Reads the lengths.
     *
     * @param column the {@code @Column}; null for none
     * @param notes the attribute's annotations
     */
    static Size of(Note column, Notes notes) {
        Optional<Note> written = Optional.ofNullable(column);
        Optional<String> options = written.flatMap(each -> each.text("options"));
        Optional<String> definition = written.flatMap(each -> each.text("columnDefinition"));
        return new Size(
                definition.map(type -> options.map(each -> type + " " + each).orElse(type)),
                written.flatMap(each -> each.number("length")).map(Long::intValue),
                written.flatMap(each -> each.number("precision"))
                        .filter(each -> each > 0)
                        .map(Long::intValue),
                written.flatMap(each -> each.number("scale")).orElse(0L).intValue(),
                notes.hibernate("FractionalSeconds")
                        .flatMap(each -> each.number("value"))
                        .or(() -> written.flatMap(each -> each.number("secondPrecision"))
                                .filter(each -> each >= 0))
                        .map(Long::intValue),
                options.filter(each -> definition.isEmpty()));
    }

    Size withLength(int longest) {
        return new Size(definition, Optional.of(longest), precision, scale, digits, options);
    }

    Size withDigits(int all, int fraction) {
        return new Size(definition, length, Optional.of(all), fraction, digits, options);
    }

    int lengthOr(int otherwise) {
        return length.filter(each -> each != 255).orElse(otherwise);
    }

    int fraction(int otherwise) {
        return digits.orElse(otherwise);
    }

    ColumnForm text() {
        return ColumnForm.of(VARCHAR, Math.max(1, length.orElse(255)));
    }

    ColumnForm bytes() {
        return ColumnForm.of(VARBINARY, Math.max(1, length.orElse(255)));
    }

    ColumnForm decimal(int defaultPrecision, int defaultScale) {
        return ColumnForm.of(
                precision.isEmpty()
                        ? ColumnType.decimal(defaultPrecision, defaultScale)
                        : ColumnType.decimal(precision.get(), Math.min(scale, precision.get())));
    }

    /** A precision is given in decimal digits, and the databases want binary ones. */
    ColumnForm binary(ColumnType.Kind kind) {
        return precision.isEmpty()
                ? ColumnForm.of(kind)
                : ColumnForm.of(ColumnType.verbatim("float(" + (int) Math.ceil(precision.get() / Math.log10(2)) + ")"));
    }
}
