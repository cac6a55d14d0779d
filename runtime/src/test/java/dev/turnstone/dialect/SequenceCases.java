package dev.turnstone.dialect;

import dev.turnstone.operation.ChangeSequence;
import dev.turnstone.schema.Schema;
import dev.turnstone.schema.Sequence;
import dev.turnstone.schema.TableName;
import java.util.List;

/** Cases of sequences: each change of one, in the default schema and in another. */
final class SequenceCases {

    static final Sequence PLAIN = new Sequence(TableName.of("post_seq"), 1, 50);
    static final Sequence OTHER =
            new Sequence(new TableName(OperationCases.APP, "note_seq"), PLAIN.start(), PLAIN.increment());

    private SequenceCases() {}

    static List<OperationCase> all() {
        return List.of(
                of("sequence_create", null, PLAIN),
                of("sequence_create_in_schema", null, OTHER),
                of("sequence_drop", PLAIN, null),
                of("sequence_drop_in_schema", OTHER, null),
                of("sequence_rename", PLAIN, new Sequence(TableName.of("entry_seq"), 1, 50)),
                of("sequence_rename_in_schema", OTHER, new Sequence(OTHER.name().sibling("remark_seq"), 1, 50)),
                of("sequence_larger_step", PLAIN, new Sequence(PLAIN.name(), 1, 80)),
                of("sequence_smaller_step", OTHER, new Sequence(OTHER.name(), 5, 10)));
    }

    static OperationCase of(String name, Sequence from, Sequence to) {
        Schema before = new Schema(List.of(), from == null ? List.of() : List.of(from));
        return OperationCase.of(name, before, new ChangeSequence(from, to));
    }
}
