package dev.turnstone.processor.jpa;

import dev.turnstone.processor.declared.DeclaredSchema.DropHint;
import dev.turnstone.processor.declared.jpa.JpaClass;
import dev.turnstone.processor.declared.jpa.Note;
import dev.turnstone.processor.declared.jpa.Notes;
import java.util.ArrayList;
import java.util.List;

/** Turnstone's own annotations on JPA entities. */
final class Hints {

    private static final String PACKAGE = "dev.turnstone.annotations.";

    private Hints() {}

    /** What {@code @Dropped} on an entity says, and on the mapped superclasses above it. */
    static List<DropHint> drops(JpaEntity entity, Attributes attributes) {
        List<DropHint> drops = new ArrayList<>();
        for (JpaClass type : attributes.classes(entity.type)) {
            for (Note each : type.notes().several(PACKAGE + "Dropped", PACKAGE + "Dropped.List")) {
                String reason = each.text("reason").orElse("");
                each.texts("value")
                        .forEach(name -> drops.add(new DropHint(entity.table.name, name, reason, each.place())));
                each.texts("tables").forEach(name -> drops.add(new DropHint(null, name, reason, each.place())));
            }
        }
        return drops;
    }

    /** The old name of an attribute, a column, an entity or a table; empty for none. */
    static String renamedFrom(Notes notes) {
        return notes.named(PACKAGE + "RenamedFrom")
                .flatMap(each -> each.text("value"))
                .orElse("");
    }
}
