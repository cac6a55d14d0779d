package dev.turnstone.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnTypeTest {

    private static final ColumnType LARGE = ColumnType.verbatim("clob | postgresql oid | mysql longtext");

    @Test
    void aDatabaseHasItsOwnSpelling() {
        assertThat(LARGE.sql("h2")).isEqualTo("clob");
        assertThat(LARGE.sql("postgresql")).isEqualTo("oid");
        assertThat(LARGE.sql("mysql")).isEqualTo("longtext");
        assertThat(ColumnType.verbatim("jsonb").sql("h2")).isEqualTo("jsonb");
    }

    @Test
    void aBarInsideOfQuotesIsText() {
        ColumnType type = ColumnType.verbatim("varchar(9) | h2 enum ('a | h2 b')");
        assertThat(type.sql("h2")).isEqualTo("enum ('a | h2 b')");
        assertThat(type.sql("sqlite")).isEqualTo("varchar(9)");
    }

    @Test
    void theTextFormKeepsAllSpellings() {
        assertThat(ColumnType.parse(LARGE.toString())).isEqualTo(LARGE);
    }
}
