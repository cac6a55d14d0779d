package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.jpa.Notes;

/** Turnstone's own annotations on JPA entities. */
final class Hints {

    private static final String PACKAGE = "dev.turnstone.annotations.";

    private Hints() {}

    /** The old name of an attribute, a column, an entity or a table; empty for none. */
    static String renamedFrom(Notes notes) {
        return notes.named(PACKAGE + "RenamedFrom")
                .flatMap(each -> each.text("value"))
                .orElse("");
    }
}
