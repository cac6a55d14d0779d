package dev.turnstone.dialect;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What SQLite cannot have, found while the operations of a migration are visited. */
final class SqliteLimits {

    final List<Rendered.Refusal> refusals = new ArrayList<>();

    /** The place of the operation that is visited. */
    int operation;

    void requireMain(TableName name) {
        if (!name.schema().isEmpty() && !Identifiers.same(name.schema(), "main")) {
            refuse("SQLite keeps the tables of one schema in one file, and cannot have the table " + name
                    + " in the schema " + name.schema() + ". Leave the schema away.");
        }
    }

    void requireAllowed(String name) {
        if (name.toLowerCase(Locale.ROOT).startsWith("sqlite_")) {
            refuse("SQLite keeps names that begin with sqlite_ for itself, and cannot give " + name
                    + " to a table or an index. Choose another name.");
        }
    }

    private void refuse(String reason) {
        refusals.add(new Rendered.Refusal(operation, reason));
    }
}
