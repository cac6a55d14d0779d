package dev.turnstone.processor.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.Changes;
import dev.turnstone.operation.Operation;
import dev.turnstone.operation.Operations;
import dev.turnstone.operation.SchemaReplay;
import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.function.Consumer;

/**
 * Operations, and exactly what they fold into.
 *
 * @param name the case's name
 * @param before writes down what makes the schema that is there before
 * @param operations writes down what happens
 * @param expected writes down what is left of it
 */
record FoldCase(String name, Consumer<Changes> before, Consumer<Changes> operations, Consumer<Changes> expected) {

    /** A case that stays as it is. */
    static FoldCase same(String name, Consumer<Changes> before, Consumer<Changes> operations) {
        return new FoldCase(name, before, operations, operations);
    }

    void check() {
        Schema start = SchemaReplay.replay(Schema.EMPTY, list(before));
        List<Operation> all = list(operations);
        Schema end = SchemaReplay.replay(start, all);
        List<Operation> folded = Folding.fold(all);

        assertThat(folded).isEqualTo(list(expected));
        assertThat(SchemaReplay.replay(start, folded)).isEqualTo(end);
        assertThat(SchemaReplay.replay(end, Operations.inverse(folded))).isEqualTo(start);
        assertThat(Folding.fold(folded)).isEqualTo(folded);
    }

    private static List<Operation> list(Consumer<Changes> writer) {
        Changes changes = new Changes();
        writer.accept(changes);
        return changes.operations();
    }

    @Override
    public String toString() {
        return name;
    }
}
