package dev.turnstone.processor.read;

import dev.turnstone.schema.ColumnType.Kind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.util.Types;

/** The Java types that have a column type. */
final class JavaTypes {

    static final String SUPPORTED = "boolean, byte, short, int, long, float, double, char and their wrappers, String,"
            + " BigDecimal, BigInteger, byte[], LocalDate, LocalTime, LocalDateTime, Instant, OffsetDateTime, UUID, enums,"
            + " entities and @Embeddable types";

    private static final Map<String, Kind> BY_NAME = Map.ofEntries(
            Map.entry("java.lang.Boolean", Kind.BOOLEAN),
            Map.entry("java.lang.Byte", Kind.TINYINT),
            Map.entry("java.lang.Short", Kind.SMALLINT),
            Map.entry("java.lang.Integer", Kind.INTEGER),
            Map.entry("java.lang.Long", Kind.BIGINT),
            Map.entry("java.lang.Float", Kind.REAL),
            Map.entry("java.lang.Double", Kind.DOUBLE),
            Map.entry("java.lang.Character", Kind.CHAR),
            Map.entry("java.lang.String", Kind.VARCHAR),
            Map.entry("java.math.BigDecimal", Kind.DECIMAL),
            Map.entry("java.math.BigInteger", Kind.DECIMAL),
            Map.entry("java.time.LocalDate", Kind.DATE),
            Map.entry("java.time.LocalTime", Kind.TIME),
            Map.entry("java.time.LocalDateTime", Kind.TIMESTAMP),
            Map.entry("java.time.Instant", Kind.TIMESTAMP_TZ),
            Map.entry("java.time.OffsetDateTime", Kind.TIMESTAMP_TZ),
            Map.entry("java.util.UUID", Kind.UUID));

    private final Types types;

    JavaTypes(Types types) {
        this.types = types;
    }

    /** The kind of column for values of a type; empty if there is none. */
    Optional<Kind> kind(TypeMirror type) {
        if (type.getKind().isPrimitive()) {
            return Optional.of(
                    BY_NAME.get(nameOf(types.boxedClass((PrimitiveType) type).asType())));
        }
        if (isBytes(type)) {
            return Optional.of(Kind.BLOB);
        }
        return isEnum(type) ? Optional.of(Kind.VARCHAR) : Optional.ofNullable(BY_NAME.get(nameOf(type)));
    }

    boolean isEnum(TypeMirror type) {
        return element(type).filter(each -> each.getKind() == ElementKind.ENUM).isPresent();
    }

    boolean isBigInteger(TypeMirror type) {
        return nameOf(type).equals("java.math.BigInteger");
    }

    /** Whether values of a type come in any number, so that they need rows of their own. */
    boolean isContainer(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return true;
        }
        return element(type).isPresent() && (isSubtype(type, "java.lang.Iterable") || isSubtype(type, "java.util.Map"));
    }

    private boolean isSubtype(TypeMirror type, String name) {
        return nameOf(type).equals(name)
                || types.directSupertypes(type).stream().anyMatch(supertype -> isSubtype(supertype, name));
    }

    private static boolean isBytes(TypeMirror type) {
        return type.getKind() == TypeKind.ARRAY
                && ((ArrayType) type).getComponentType().getKind() == TypeKind.BYTE;
    }

    /** The class of a type; empty for primitives, arrays and type variables. */
    static Optional<TypeElement> element(TypeMirror type) {
        return type.getKind() == TypeKind.DECLARED
                ? Optional.of((TypeElement) ((DeclaredType) type).asElement())
                : Optional.empty();
    }

    /** Whether a type, or a part of it, does not exist (yet). */
    static boolean isUnresolved(TypeMirror type) {
        return switch (type.getKind()) {
            case ERROR -> true;
            case ARRAY -> isUnresolved(((ArrayType) type).getComponentType());
            case DECLARED -> ((DeclaredType) type).getTypeArguments().stream().anyMatch(JavaTypes::isUnresolved);
            default -> false;
        };
    }

    /** The name of a type as a user would write it, without its annotations. */
    static String nameOf(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY) {
            return nameOf(((ArrayType) type).getComponentType()) + "[]";
        }
        if (type instanceof TypeVariable variable) {
            return variable.asElement().getSimpleName().toString();
        }
        return element(type)
                .map(each -> each.getQualifiedName().toString())
                .orElseGet(() -> type.getKind().name().toLowerCase(Locale.ROOT));
    }
}
