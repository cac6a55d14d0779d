package dev.turnstone.processor.diff;

import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.operation.Operation;
import dev.turnstone.schema.Identifiers;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of sequences. One that is named after a table follows when the table is renamed, and one in its
 * database schema when the table moves to another; it goes on counting: a new one would give out numbers that rows have already.
 *
 * @param first what happens before tables change
 * @param last what happens afterwards
 */
record SequencePlan(List<Operation> first, List<Operation> last) {

    static SequencePlan of(Schema before, Target target) {
        Map<TableName, Sequence> going = new TreeMap<>();
        before.sequences().forEach(each -> going.put(each.name(), each));
        List<Sequence> coming = new ArrayList<>();
        List<Operation> first = new ArrayList<>();
        for (Sequence each : target.schema().sequences()) {
            Sequence old = going.remove(each.name());
            if (old == null) {
                coming.add(each);
            } else if (!old.equals(each)) {
                first.add(new ChangeSequence(old, each));
            }
        }
        for (Sequence each : coming) {
            first.add(new ChangeSequence(renamed(each, going, target), each));
        }
        List<Operation> last = new ArrayList<>();
        going.values().forEach(each -> last.add(new ChangeSequence(each, null)));
        return new SequencePlan(first, last);
    }

    /** The sequence of the same table under its old name, or in its old schema; null if there is none. */
    private static Sequence renamed(Sequence sequence, Map<TableName, Sequence> going, Target target) {
        for (TableChange change : target.changes()) {
            TableName before = change.before().name();
            TableName after = change.after().name();
            String name = sequence.name().name();
            if (change.isRenamed()
                    && name.regionMatches(true, 0, after.name(), 0, after.name().length())) {
                name = before.name() + name.substring(after.name().length());
            }
            Sequence found = going.remove(sequence.name().sibling(name));
            if (found == null && Identifiers.same(sequence.name().schema(), after.schema())) {
                found = going.remove(before.sibling(name));
            }
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
