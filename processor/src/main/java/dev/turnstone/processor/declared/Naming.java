package dev.turnstone.processor.declared;

import java.util.Locale;

/** How Java names become SQL names where the source gives none. */
public enum Naming {
    /** {@code OrderItem} becomes {@code order_item}, and embedded columns get the field's name as a prefix. */
    SNAKE_CASE {
        @Override
        String sqlName(String javaName) {
            StringBuilder sql = new StringBuilder(javaName.length() + 4);
            for (int i = 0; i < javaName.length(); i++) {
                if (startsWord(javaName, i)) {
                    sql.append('_');
                }
                sql.append(javaName.charAt(i));
            }
            return sql.toString().toLowerCase(Locale.ROOT);
        }

        @Override
        String embeddedPrefix(String fieldName) {
            return sqlName(fieldName) + "_";
        }
    },
    /** Names as they are in Java, as JPA has them; embedded columns get no prefix. */
    JPA {
        @Override
        String sqlName(String javaName) {
            return javaName;
        }

        @Override
        String embeddedPrefix(String fieldName) {
            return "";
        }
    },
    /** {@code OrderItem} becomes {@code order_item}, as Spring Boot has it; embedded columns get no prefix. */
    SPRING {
        @Override
        String sqlName(String javaName) {
            return SNAKE_CASE.sqlName(javaName);
        }

        @Override
        String embeddedPrefix(String fieldName) {
            return "";
        }
    };

    /**
     * What a user writes to choose this strategy.
     *
     * @return such as {@code snake_case}
     */
    public String optionValue() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the table of a class, or of the column of a field. */
    abstract String sqlName(String javaName);

    /** What stands before the columns of an embedded field. */
    abstract String embeddedPrefix(String fieldName);

    /** The name of a column that refers to another table's key. */
    String reference(String fieldName, String keyColumn) {
        return sqlName(fieldName) + "_" + keyColumn;
    }

    private static boolean startsWord(String name, int at) {
        if (at == 0 || !Character.isUpperCase(name.charAt(at))) {
            return false;
        }
        char before = name.charAt(at - 1);
        boolean endsAcronym =
                Character.isUpperCase(before) && at + 1 < name.length() && Character.isLowerCase(name.charAt(at + 1));
        return Character.isLowerCase(before) || Character.isDigit(before) || endsAcronym;
    }
}
