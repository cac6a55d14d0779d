package dev.turnstone.processor.diff;

import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A constraint or index that a table shall have.
 *
 * @param table the table, by its final name
 * @param part the part, under the name that the source or Turnstone has for it
 * @param derived whether that name is Turnstone's, and gives way
 * @param before what it was in the snapshot; null if it is new
 */
record WantedPart(TableName table, Part part, boolean derived, Part before) {

    /**
     * Gives each part its final name: first come those that the source names, then those that have a name already, then
     * the new ones.
     */
    static Map<WantedPart, Part> nameAll(List<WantedPart> wanted) {
        PartNames names = new PartNames();
        Map<WantedPart, Part> named = new LinkedHashMap<>();
        // In the order of the input, whoever gets a name first.
        wanted.forEach(each -> named.put(each, each.part()));
        for (WantedPart each : wanted) {
            if (!each.derived) {
                boolean sameName = each.before != null && Identifiers.same(each.before.name(), each.part.name());
                String name = sameName ? each.before.name() : each.part.name();
                names.take(each.table.schema(), name);
                named.put(each, each.part.named(name));
            }
        }
        for (WantedPart each : wanted) {
            if (each.derived && each.before != null && names.take(each.table.schema(), each.before.name())) {
                named.put(each, each.part.named(each.before.name()));
            } else if (each.derived) {
                named.put(each, null);
            }
        }
        for (WantedPart each : wanted) {
            if (named.get(each) == null) {
                String owner = each.table + "\n" + each.part.content();
                named.put(each, each.part.named(names.takeLike(each.table.schema(), each.part.name(), owner)));
            }
        }
        return named;
    }
}
