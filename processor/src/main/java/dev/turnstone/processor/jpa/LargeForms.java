package dev.turnstone.processor.jpa;

import java.util.Optional;

/** Large objects. MariaDB and MySQL have them in four sizes, and a length that is written chooses among these. */
final class LargeForms {

    private LargeForms() {}

    static ColumnForm text(Size size) {
        return Spelling.of("clob")
                .postgresql("oid")
                .mysql(sized(size.length(), "text"))
                .form();
    }

    static ColumnForm bytes(Size size) {
        return Spelling.of("blob")
                .postgresql("oid")
                .mysql(sized(size.length(), "blob"))
                .form();
    }

    private static String sized(Optional<Integer> length, String kind) {
        long most = length.orElse(Integer.MAX_VALUE);
        return (most <= 255 ? "tiny" : most <= 65_535 ? "" : most <= 16_777_215 ? "medium" : "long") + kind;
    }
}
