package dev.turnstone.processor.jpa;

import static dev.turnstone.schema.ColumnType.Kind.BIGINT;
import static dev.turnstone.schema.ColumnType.Kind.BOOLEAN;
import static dev.turnstone.schema.ColumnType.Kind.CHAR;
import static dev.turnstone.schema.ColumnType.Kind.DATE;
import static dev.turnstone.schema.ColumnType.Kind.DOUBLE;
import static dev.turnstone.schema.ColumnType.Kind.INTEGER;
import static dev.turnstone.schema.ColumnType.Kind.REAL;
import static dev.turnstone.schema.ColumnType.Kind.SMALLINT;
import static dev.turnstone.schema.ColumnType.Kind.TIME;
import static dev.turnstone.schema.ColumnType.Kind.TIMESTAMP;
import static dev.turnstone.schema.ColumnType.Kind.TIMESTAMP_TZ;
import static dev.turnstone.schema.ColumnType.Kind.TINYINT;
import static dev.turnstone.schema.ColumnType.Kind.UUID;
import static dev.turnstone.schema.ColumnType.Kind.VARBINARY;
import static dev.turnstone.schema.ColumnType.Kind.VARCHAR;

import dev.turnstone.processor.declared.jpa.JavaType;
import dev.turnstone.processor.declared.jpa.JavaType.Shape;
import dev.turnstone.processor.declared.jpa.JpaModel;
import dev.turnstone.processor.declared.jpa.Notes;
import dev.turnstone.schema.ColumnType;
import java.util.Optional;

/** The columns' types that Hibernate chooses for the types of Java. */
record Forms(JpaModel model, JpaSettings settings) {

    private static final int UUID_LENGTH = 36;

    /**
     * The form of a value; empty where nobody can tell.
     *
     * @param type the attribute's type, or what its converter makes of it
     * @param notes the attribute's annotations
     * @param size its column's lengths
     */
    Optional<ColumnForm> of(JavaType type, Notes notes, Size size) {
        if (size.definition().isPresent()) {
            return Optional.of(
                    ColumnForm.of(ColumnType.verbatim(size.definition().get())));
        }
        Optional<Integer> code = Descriptors.code(notes);
        Optional<String> constants = model.find(type.name())
                .filter(each -> type.shape() == Shape.CLASS && !each.constants().isEmpty())
                .map(each -> each.name());
        if (constants.isPresent()) {
            return Optional.of(new EnumForms(model.find(constants.get()).orElseThrow(), settings)
                    .of(notes, size, code.orElse(JdbcCodes.NONE)));
        }
        Size length = type.isOneOf("java.util.UUID") ? size.withLength(size.lengthOr(UUID_LENGTH)) : size;
        Optional<ColumnForm> coded = code.flatMap(each -> new JdbcCodes(settings).of(each, length));
        if (coded.isPresent()) {
            return coded;
        }
        return notes.has("Lob") ? Optional.of(lob(type, size)) : plain(type, notes, size);
    }

    private ColumnForm lob(JavaType type, Size size) {
        boolean text = type.isOneOf("java.lang.String", "java.sql.Clob", "java.sql.NClob", "java.lang.Character")
                || (type.shape() == Shape.ARRAY && type.argument(0).name().matches("char|java.lang.Character"));
        return text ? LargeForms.text(size) : LargeForms.bytes(size);
    }

    private Optional<ColumnForm> plain(JavaType type, Notes notes, Size size) {
        return switch (type.shape()) {
            case PRIMITIVE -> Optional.of(primitive(type.name(), size));
            case ARRAY -> array(type.argument(0), notes, size, true);
            default -> named(type, notes, size);
        };
    }

    private ColumnForm primitive(String name, Size size) {
        return switch (name) {
            case "boolean" -> ColumnForm.of(BOOLEAN);
            case "byte" -> ColumnForm.of(TINYINT);
            case "short" -> ColumnForm.of(SMALLINT);
            case "int" -> ColumnForm.of(INTEGER);
            case "long" -> ColumnForm.of(BIGINT);
            case "float" -> size.binary(REAL);
            case "double" -> size.binary(DOUBLE);
            default -> character();
        };
    }

    private ColumnForm character() {
        return settings.atLeast(7, 0)
                ? Spelling.of("char(1)").mysql("varchar(1)").form()
                : ColumnForm.of(CHAR, 1);
    }

    private Optional<ColumnForm> named(JavaType type, Notes notes, Size size) {
        ColumnForm form = switch (type.name()) {
            case "java.lang.Boolean" -> ColumnForm.of(BOOLEAN);
            case "java.lang.Byte" -> ColumnForm.of(TINYINT);
            case "java.lang.Short" -> ColumnForm.of(SMALLINT);
            case "java.lang.Integer", "java.time.Year" -> ColumnForm.of(INTEGER);
            case "java.lang.Long" -> ColumnForm.of(BIGINT);
            case "java.lang.Float" -> size.binary(REAL);
            case "java.lang.Double" -> size.binary(DOUBLE);
            case "java.lang.Character" -> character();
            case "java.math.BigDecimal" -> size.decimal(38, 2);
            case "java.math.BigInteger" -> size.decimal(38, 0);
            case "java.time.Duration" -> size.decimal(21, 0);
            case "java.lang.String",
                    "java.net.URL",
                    "java.util.Locale",
                    "java.time.ZoneId",
                    "java.util.TimeZone",
                    "java.lang.Class" -> size.text();
            case "java.util.Currency" -> ColumnForm.of(VARCHAR, size.lengthOr(3));
            case "java.time.ZoneOffset" -> ColumnForm.of(VARCHAR, size.lengthOr(6));
            case "java.sql.Clob", "java.sql.NClob" -> LargeForms.text(size);
            case "java.sql.Blob" -> LargeForms.bytes(size);
            case "java.time.LocalDate", "java.sql.Date" -> ColumnForm.of(DATE);
            case "java.time.LocalTime", "java.sql.Time" -> time(size);
            case "java.time.OffsetTime" -> {
                int digits = time(size).type().length();
                yield Spelling.of("time(" + digits + ")")
                        .h2("time(" + digits + ") with time zone")
                        .form();
            }
            case "java.time.LocalDateTime", "java.sql.Timestamp" -> ColumnForm.of(TIMESTAMP, size.fraction(6));
            case "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar" -> temporal(notes, size);
            case "java.time.Instant", "java.time.OffsetDateTime", "java.time.ZonedDateTime" -> zoned(notes, size);
            case "java.util.UUID" -> ColumnForm.of(UUID);
            case "java.net.InetAddress", "java.net.Inet4Address", "java.net.Inet6Address" ->
                Spelling.of("varbinary(19)").postgresql("inet").sqlite("blob").form();
            case "java.util.List", "java.util.Set", "java.util.Collection", "java.util.SortedSet" ->
                array(type.argument(0), notes, size, false).orElse(null);
            default -> serializable(type) ? ColumnForm.of(VARBINARY, size.lengthOr(255)) : null;
        };
        return Optional.ofNullable(form);
    }

    private boolean serializable(JavaType type) {
        return model.find(type.name()).map(each -> each.isSerializable()).orElse(false);
    }

    private ColumnForm time(Size size) {
        return ColumnForm.of(TIME, size.fraction(settings.atLeast(7, 0) ? 0 : 6));
    }

    private ColumnForm temporal(Notes notes, Size size) {
        return switch (notes.jpa("Temporal")
                .flatMap(each -> each.constant("value"))
                .orElse("TIMESTAMP")) {
            case "DATE" -> ColumnForm.of(DATE);
            case "TIME" -> time(size);
            default -> ColumnForm.of(TIMESTAMP, size.fraction(6));
        };
    }

    private static ColumnForm zoned(Notes notes, Size size) {
        int digits = size.fraction(6);
        return switch (notes.hibernate("TimeZoneStorage")
                .flatMap(each -> each.constant("value"))
                .orElse("DEFAULT")) {
            case "NORMALIZE" -> ColumnForm.of(TIMESTAMP, digits);
            case "NATIVE" ->
                Spelling.of("timestamp(" + digits + ") with time zone")
                        .mysql("timestamp(" + digits + ")")
                        .form();
            default -> ColumnForm.of(TIMESTAMP_TZ, digits);
        };
    }

    /** An array, or a collection of values that has no table of its own. */
    private Optional<ColumnForm> array(JavaType element, Notes notes, Size size, boolean isArray) {
        boolean primitive = element.shape() == Shape.PRIMITIVE;
        if (isArray && primitive && element.name().equals("char")) {
            return Optional.of(size.text());
        }
        if (isArray && primitive && element.name().equals("byte")) {
            return Optional.of(size.bytes());
        }
        Notes own = new Notes(notes.all().stream()
                .filter(each -> !each.name().endsWith(".JdbcTypeCode") && !each.name().endsWith(".JdbcType"))
                .toList());
        return of(element, own, size).map(form -> {
            String most = notes.hibernate("Array")
                    .flatMap(each -> each.number("length"))
                    .map(length -> "[" + length + "]")
                    .orElse("");
            int bytes = size.lengthOr(255);
            return Spelling.of(Spelling.element(form.type(), false) + " array" + most)
                    .postgresql(Spelling.element(form.type(), true) + " array" + most)
                    .mysql(settings.atLeast(7, 0) ? "json" : "varbinary(" + bytes + ")")
                    .sqlite("blob")
                    .form();
        });
    }
}
