package dev.turnstone.processor.emit;

import dev.turnstone.operation.Operation;
import dev.turnstone.processor.declared.Consent;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A migration to write as Java.
 *
 * @param id its name with its number, such as {@code 0002_add_author_email}
 * @param fingerprint its place in the chain, 64 hexadecimal digits
 * @param operations what it does, in order
 * @param consents what the source agreed to
 * @param before gives the schema that it finds
 */
public record EmittedMigration(
        String id, String fingerprint, List<Operation> operations, List<Consent> consents, Supplier<Schema> before) {

    private static final Pattern ID = Pattern.compile("[0-9]{4,9}_[a-z][a-z0-9_]*");

    /** Checks that the id can be the name of a class. */
    public EmittedMigration {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'" + id + "' is no id of a migration.");
        }
        operations = List.copyOf(operations);
        consents = List.copyOf(consents);
    }

    /**
     * The number with which the id begins.
     *
     * @return such as {@code 0002}
     */
    public String number() {
        return id.substring(0, id.indexOf('_'));
    }

    /**
     * The simple name of the class.
     *
     * @return such as {@code M0002_AddAuthorEmail}
     */
    public String className() {
        String number = number();
        StringBuilder name = new StringBuilder("M").append(number).append('_');
        boolean upper = true;
        for (char each : id.substring(number.length() + 1).toCharArray()) {
            if (each == '_') {
                upper = true;
            } else {
                name.append(upper ? Character.toUpperCase(each) : each);
                upper = false;
            }
        }
        return name.toString();
    }
}
