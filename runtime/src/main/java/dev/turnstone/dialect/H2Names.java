package dev.turnstone.dialect;

import dev.turnstone.schema.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How names stand in H2's statements. */
final class H2Names {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> RESERVED = Set.of(
            ("ALL AND ANY ARRAY AS ASYMMETRIC AUTHORIZATION BETWEEN BOTH CASE CAST CHECK CONSTRAINT CROSS CURRENT_CATALOG"
                            + " CURRENT_DATE CURRENT_PATH CURRENT_ROLE CURRENT_SCHEMA CURRENT_TIME CURRENT_TIMESTAMP"
                            + " CURRENT_USER DAY DEFAULT DISTINCT ELSE END EXCEPT EXISTS FALSE FETCH FOR FOREIGN FROM FULL"
                            + " GROUP GROUPS HAVING HOUR IF ILIKE IN INNER INTERSECT INTERVAL IS JOIN KEY LEADING LEFT LIKE"
                            + " LIMIT LOCALTIME LOCALTIMESTAMP MINUS MINUTE MONTH NATURAL NOT NULL OFFSET ON OR ORDER OVER"
                            + " PARTITION PRIMARY QUALIFY RANGE REGEXP RIGHT ROW ROWNUM ROWS SECOND SELECT SESSION_USER SET"
                            + " SOME SYMMETRIC SYSTEM_USER TABLE TO TOP TRAILING TRUE UESCAPE UNION UNIQUE UNKNOWN USER USING"
                            + " VALUE VALUES WHEN WHERE WINDOW WITH YEAR _ROWID_")
                    .split(" "));

    private H2Names() {}

    static boolean plain(String identifier) {
        return PLAIN.matcher(identifier).matches() && !RESERVED.contains(identifier.toUpperCase(Locale.ROOT));
    }

    static String quote(String identifier) {
        return plain(identifier) ? identifier : '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String quote(List<String> identifiers) {
        return identifiers.stream().map(H2Names::quote).collect(Collectors.joining(", "));
    }

    static String quote(TableName table) {
        return quoteIn(table, table.name());
    }

    /** A name that lives in the same database schema as a table, as that of an index does. */
    static String quoteIn(TableName table, String identifier) {
        return table.schema().isEmpty() ? quote(identifier) : quote(table.schema()) + "." + quote(identifier);
    }
}
