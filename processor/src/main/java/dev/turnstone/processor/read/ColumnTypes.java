package dev.turnstone.processor.read;

import dev.turnstone.processor.declared.FieldType.Basic;
import dev.turnstone.processor.declared.Placed;
import dev.turnstone.processor.declared.SqlText;
import dev.turnstone.processor.finding.SourceRef;
import dev.turnstone.processor.finding.Tag;
import dev.turnstone.schema.ColumnType;
import dev.turnstone.schema.ColumnType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Finds the column type of a field from its Java type and the members of {@code @Column}. */
final class ColumnTypes {

    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int LONGEST = 999_999_999;
    private static final int MOST_DIGITS = 1000;
    private static final int DEFAULT_LENGTH = 255;
    private static final int DEFAULT_PRECISION = 38;
    private static final int DEFAULT_SCALE = 2;
    private static final int DEFAULT_FRACTION = 6;
    private static final Set<Kind> SECONDS = Set.of(Kind.TIME, Kind.TIMESTAMP, Kind.TIMESTAMP_TZ);

    private final JavaTypes javaTypes;
    private final Report report;

    ColumnTypes(JavaTypes javaTypes, Report report) {
        this.javaTypes = javaTypes;
        this.report = report;
    }

    /** The type by the database's own name that a field asks for. */
    Optional<Basic> verbatim(Optional<Mirror> column) {
        Optional<Placed<String>> type = report.name(column.flatMap(each -> each.text("type")));
        type.ifPresent(text -> column.get()
                .numbers("length", "precision", "scale")
                .forEach((member, value) -> report.invalid(
                        value.place(),
                        "The " + member + " has no meaning beside a type that is passed on as it is.",
                        "Write it into the type, such as type = \"" + text.value() + "(" + value.value() + ")\".")));
        type.ifPresent(text -> SqlText.problem(text.value())
                .ifPresent(problem -> report.invalid(
                        text.place(),
                        "This type " + problem + ", so it cannot stand in a statement.",
                        "@Column(type = \"<the database's type>\")")));
        return type.map(text -> new Basic(ColumnType.verbatim(text.value())));
    }

    /** The type that follows from the Java type; empty, with a finding, if there is none. */
    Optional<Basic> of(VariableElement field, TypeMirror type, Optional<Mirror> column) {
        Optional<Kind> kind = javaTypes.kind(type);
        if (kind.isEmpty()) {
            unsupported(field, type);
            return Optional.empty();
        }
        boolean hasLength = kind.get() == Kind.VARCHAR || kind.get() == Kind.BLOB;
        boolean hasScale = kind.get() == Kind.DECIMAL && !javaTypes.isBigInteger(type);
        boolean hasPrecision = kind.get() == Kind.DECIMAL || SECONDS.contains(kind.get());
        Optional<Placed<Integer>> length = member(column, "length", hasLength, type);
        Optional<Placed<Integer>> precision = member(column, "precision", hasPrecision, type);
        Optional<Placed<Integer>> scale = member(column, "scale", hasScale, type);
        return switch (kind.get()) {
            case VARCHAR ->
                javaTypes.isEnum(type)
                        ? enumeration(field, type, length)
                        : text(length).map(Basic::new);
            case BLOB ->
                length(length, UNLIMITED)
                        .map(bytes ->
                                bytes == UNLIMITED ? ColumnType.of(Kind.BLOB) : ColumnType.of(Kind.VARBINARY, bytes))
                        .map(Basic::new);
            case DECIMAL ->
                decimal(precision, scale, hasScale ? DEFAULT_SCALE : 0).map(Basic::new);
            case TIME, TIMESTAMP, TIMESTAMP_TZ ->
                inRange(precision, "precision", 0, 9, DEFAULT_FRACTION)
                        .map(digits -> new Basic(ColumnType.of(kind.get(), digits)));
            case CHAR -> Optional.of(new Basic(ColumnType.of(Kind.CHAR, 1)));
            default -> Optional.of(new Basic(ColumnType.of(kind.get())));
        };
    }

    private Optional<ColumnType> text(Optional<Placed<Integer>> length) {
        return length(length, DEFAULT_LENGTH)
                .map(characters ->
                        characters == UNLIMITED ? ColumnType.of(Kind.TEXT) : ColumnType.of(Kind.VARCHAR, characters));
    }

    private Optional<Basic> enumeration(VariableElement field, TypeMirror type, Optional<Placed<Integer>> length) {
        List<String> constants = JavaTypes.element(type).orElseThrow().getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .map(each -> each.getSimpleName().toString())
                .toList();
        if (constants.isEmpty()) {
            report.invalid(
                    SourceRef.of(field),
                    "The enum " + JavaTypes.nameOf(type) + " has no constants, so the column could hold no value.",
                    "Give it a constant, or mark the field @Transient.");
            return Optional.empty();
        }
        Optional<ColumnType> column = text(length);
        SourceRef place = length.map(Placed::place).orElse(SourceRef.of(field));
        for (String constant : constants) {
            if (column.isPresent()
                    && column.get().kind() == Kind.VARCHAR
                    && constant.codePointCount(0, constant.length())
                            > column.get().length()) {
                report.invalid(
                        place,
                        "The constant " + constant + " of " + JavaTypes.nameOf(type) + " does not fit into "
                                + column.get().length() + " characters.",
                        "@Column(length = " + constant.length() + ")");
                return Optional.empty();
            }
        }
        return column.map(found ->
                new Basic(found, constants, SourceRef.of(JavaTypes.element(type).orElseThrow())));
    }

    private Optional<ColumnType> decimal(
            Optional<Placed<Integer>> precision, Optional<Placed<Integer>> scale, int defaultScale) {
        Optional<Integer> digits = inRange(precision, "precision", 1, MOST_DIGITS, DEFAULT_PRECISION);
        Optional<Integer> after = inRange(scale, "scale", 0, MOST_DIGITS, defaultScale);
        if (digits.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        if (after.get() > digits.get()) {
            report.invalid(
                    scale.or(() -> precision).orElseThrow().place(),
                    "Of " + digits.get() + " digit(s) in all, " + after.get()
                            + " cannot stand after the decimal point.",
                    "@Column(precision = " + Math.max(digits.get(), after.get()) + ", scale = "
                            + Math.min(digits.get(), after.get()) + ")");
            return Optional.empty();
        }
        return Optional.of(ColumnType.decimal(digits.get(), after.get()));
    }

    private Optional<Integer> length(Optional<Placed<Integer>> length, int unwritten) {
        return length.filter(each -> each.value() == UNLIMITED)
                .map(Placed::value)
                .or(() -> inRange(length, "length", 1, LONGEST, unwritten));
    }

    private Optional<Integer> inRange(
            Optional<Placed<Integer>> written, String member, int least, int most, int unwritten) {
        if (written.isEmpty()) {
            return Optional.of(unwritten);
        }
        int value = written.get().value();
        if (value < least || value > most) {
            report.invalid(
                    written.get().place(),
                    "A " + member + " of " + value + " is impossible here: it must be from " + least + " to " + most
                            + ".",
                    member.equals("length")
                            ? "@Column(length = Column.UNLIMITED) for a column without a limit"
                            : "@Column(" + member + " = " + unwritten + ")");
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private Optional<Placed<Integer>> member(Optional<Mirror> column, String member, boolean applies, TypeMirror type) {
        Optional<Placed<Integer>> written = column.flatMap(each -> each.number(member));
        if (!applies) {
            written.ifPresent(value -> report.invalid(
                    value.place(),
                    "A field of type " + JavaTypes.nameOf(type) + " has no " + member + ".",
                    "Remove the " + member + "."));
        }
        return written.filter(value -> applies);
    }

    private void unsupported(VariableElement field, TypeMirror type) {
        String name = JavaTypes.nameOf(type);
        if (javaTypes.isContainer(type)) {
            report.add(
                    Tag.UNSUPPORTED_TYPE,
                    SourceRef.of(field),
                    "A field of type " + name
                            + " holds any number of values, which a column cannot. Each value needs a row"
                            + " of its own: make an entity for it that refers to this one.",
                    "@Transient on this field, and an entity with a field of type "
                            + field.getEnclosingElement().getSimpleName());
        } else {
            report.add(
                    Tag.UNSUPPORTED_TYPE,
                    SourceRef.of(field),
                    "A field of type " + name + " has no column type. Possible are " + JavaTypes.SUPPORTED + ".",
                    "@Column(type = \"<the database's type>\") to store it, or @Transient to leave it out");
        }
    }
}
