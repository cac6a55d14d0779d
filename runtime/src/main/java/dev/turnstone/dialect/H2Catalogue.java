package dev.turnstone.dialect;

import java.util.ArrayList;
import java.util.List;

/**
 * What H2 holds. The columns of constraints are read from the statements that H2 would make them with: its table of key
 * columns goes on showing the old name of a renamed column.
 */
final class H2Catalogue extends Meaning {

    private static final String COLUMNS =
            " FROM INFORMATION_SCHEMA.COLUMNS C WHERE TABLE_SCHEMA = CURRENT_SCHEMA" + ofBaseTable("C");

    private static final String INDEXES = " FROM INFORMATION_SCHEMA.INDEXES I%s WHERE I.INDEX_SCHEMA = CURRENT_SCHEMA"
            + ofBaseTable("I") + " AND NOT I.IS_GENERATED AND %s (I.INDEX_TYPE_NAME <> 'INDEX' OR EXISTS (SELECT 1 FROM"
            + " INFORMATION_SCHEMA.INDEX_COLUMNS C WHERE C.INDEX_SCHEMA = I.INDEX_SCHEMA"
            + " AND C.INDEX_NAME = I.INDEX_NAME AND C.ORDERING_SPECIFICATION <> 'ASC'))";

    private static final String ENUM_VALUES = "(SELECT LISTAGG('''' || REPLACE(VALUE_NAME, '''', '''''') || '''', ',')"
            + " WITHIN GROUP (ORDER BY VALUE_ORDINAL) FROM INFORMATION_SCHEMA.ENUM_VALUES V"
            + " WHERE V.OBJECT_SCHEMA = C.TABLE_SCHEMA AND V.OBJECT_NAME = C.TABLE_NAME AND V.OBJECT_TYPE = 'TABLE'"
            + " AND V.ENUM_IDENTIFIER = C.DTD_IDENTIFIER)";

    private static final String ELEMENT = "(SELECT E.DATA_TYPE FROM INFORMATION_SCHEMA.ELEMENT_TYPES E"
            + " WHERE E.OBJECT_SCHEMA = C.TABLE_SCHEMA AND E.OBJECT_NAME = C.TABLE_NAME AND E.OBJECT_TYPE = 'TABLE'"
            + " AND E.COLLECTION_TYPE_IDENTIFIER = C.DTD_IDENTIFIER)";

    private static final String TYPE = "CASE WHEN DOMAIN_NAME IS NOT NULL THEN DOMAIN_NAME WHEN DATA_TYPE IN"
            + " ('CHARACTER', 'CHARACTER VARYING', 'VARCHAR_IGNORECASE', 'BINARY', 'BINARY VARYING')"
            + " OR (DATA_TYPE LIKE '%OBJECT' AND CHARACTER_MAXIMUM_LENGTH < 9223372036854775807)"
            + " THEN DATA_TYPE || '(' || CHARACTER_MAXIMUM_LENGTH || ')'"
            + " WHEN DATA_TYPE = 'NUMERIC' THEN 'NUMERIC(' || NUMERIC_PRECISION || ', ' || NUMERIC_SCALE || ')'"
            + " WHEN DATA_TYPE LIKE 'TIME%' THEN REGEXP_REPLACE(DATA_TYPE, '^(TIME|TIMESTAMP)( |$)',"
            + " '$1(' || DATETIME_PRECISION || ')$2')"
            + " WHEN DATA_TYPE = 'ENUM' THEN 'ENUM(' || " + ENUM_VALUES + " || ')'"
            + " WHEN DATA_TYPE = 'ARRAY' THEN " + ELEMENT + " || ' ARRAY[' || MAXIMUM_CARDINALITY || ']'"
            + " WHEN DATA_TYPE = 'INTERVAL' THEN 'INTERVAL ' || INTERVAL_TYPE ELSE DATA_TYPE END";

    H2Catalogue() {
        super(
                ' ',
                6,
                "BOOLEAN",
                "boolean",
                "TINYINT",
                "tinyint",
                "SMALLINT",
                "smallint",
                "INTEGER",
                "integer",
                "BIGINT",
                "bigint",
                "REAL",
                "real",
                "DOUBLE",
                "double precision",
                "DECIMAL",
                "numeric(#,#)",
                "CHAR",
                "character(#)",
                "VARCHAR",
                "character varying(#)",
                "TEXT",
                "character large object",
                "VARBINARY",
                "binary varying(#)",
                "BLOB",
                "binary large object",
                "DATE",
                "date",
                "TIME",
                "time(#)",
                "TIMESTAMP",
                "timestamp(#)",
                "TIMESTAMP_TZ",
                "timestamp(#) with time zone",
                "UUID",
                "uuid");
    }

    /** Not of a view, nor of a temporary table, as Hibernate makes some. */
    private static String ofBaseTable(String rows) {
        return " AND " + rows + ".TABLE_NAME IN (SELECT T.TABLE_NAME FROM INFORMATION_SCHEMA.TABLES T"
                + " WHERE T.TABLE_SCHEMA = CURRENT_SCHEMA AND T.TABLE_TYPE = 'BASE TABLE')";
    }

    @Override
    public List<String> queries() {
        return List.of(
                "SELECT 'table', TABLE_NAME, REMARKS FROM INFORMATION_SCHEMA.TABLES"
                        + " WHERE TABLE_SCHEMA = CURRENT_SCHEMA AND TABLE_TYPE = 'BASE TABLE'",
                "SELECT 'column', TABLE_NAME, COLUMN_NAME, " + TYPE
                        + ", IS_NULLABLE, COLUMN_DEFAULT, IS_IDENTITY, C.REMARKS" + COLUMNS,
                "SELECT 'remark', TABLE_NAME, 'column ' || COLUMN_NAME"
                        + " || COALESCE(' GENERATED ALWAYS AS (' || GENERATION_EXPRESSION || ')', '')"
                        + " || CASE IDENTITY_GENERATION WHEN 'ALWAYS' THEN ' GENERATED ALWAYS AS IDENTITY' ELSE '' END"
                        + " || COALESCE(' ON UPDATE ' || COLUMN_ON_UPDATE, '')"
                        + " || CASE WHEN DEFAULT_ON_NULL THEN ' DEFAULT ON NULL' ELSE '' END"
                        + " || CASE WHEN IS_VISIBLE THEN '' ELSE ' INVISIBLE' END" + COLUMNS
                        + " AND (GENERATION_EXPRESSION IS NOT NULL OR IDENTITY_GENERATION = 'ALWAYS'"
                        + " OR COLUMN_ON_UPDATE IS NOT NULL OR DEFAULT_ON_NULL OR NOT IS_VISIBLE)",
                "SELECT 'constraint', TABLE_NAME, CONSTRAINT_NAME, DB_OBJECT_SQL('CONSTRAINT', CONSTRAINT_SCHEMA,"
                        + " CONSTRAINT_NAME), CONSTRAINT_SCHEMA FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS C"
                        + " WHERE CONSTRAINT_SCHEMA = CURRENT_SCHEMA" + ofBaseTable("C"),
                "SELECT 'index', I.TABLE_NAME, I.INDEX_NAME, N.COLUMN_NAME"
                        + INDEXES.formatted(
                                " JOIN INFORMATION_SCHEMA.INDEX_COLUMNS N ON N.INDEX_SCHEMA = I.INDEX_SCHEMA"
                                        + " AND N.INDEX_NAME = I.INDEX_NAME",
                                "NOT")
                        + " ORDER BY I.INDEX_NAME, N.ORDINAL_POSITION",
                "SELECT 'remark', TABLE_NAME, REPLACE(DB_OBJECT_SQL('INDEX', INDEX_SCHEMA, INDEX_NAME), '\"' || INDEX_SCHEMA || '\".')"
                        + INDEXES.formatted("", ""));
    }

    @Override
    public List<List<String>> facts(List<List<String>> rows) {
        List<List<String>> facts = new ArrayList<>();
        for (List<String> row : rows) {
            if (row.get(0).equals("constraint")) {
                for (List<String> fact : Definition.ofConstraint(row.get(1), row.get(2), row.get(3))) {
                    if (fact.get(0).equals("foreign key") && row.get(4).equals(fact.get(4))) {
                        fact.set(4, null);
                    }
                    facts.add(fact);
                }
            } else {
                facts.add(row);
            }
        }
        return facts;
    }
}
