package dev.turnstone.operation;

import dev.turnstone.schema.Schema;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The schema at each place of a list of migrations, worked out only when somebody asks. Asking forward, place by place,
 * replays each migration once. Not safe for several threads.
 */
public final class SchemaHistory {

    private final IntFunction<List<Operation>> migrations;
    private Schema schema = Schema.EMPTY;
    private int position;

    /**
     * A history that begins with the empty schema.
     *
     * @param migrations gives the operations of the migration at a place, from 0
     */
    public SchemaHistory(IntFunction<List<Operation>> migrations) {
        this.migrations = migrations;
    }

    /**
     * The schema that a migration finds.
     *
     * @param wanted the migration's place, from 0
     * @return the schema after all migrations before it
     * @throws InvalidOperationException if an operation does not fit the schema that it finds
     */
    public Schema before(int wanted) {
        if (wanted < position) {
            schema = Schema.EMPTY;
            position = 0;
        }
        while (position < wanted) {
            schema = SchemaReplay.replay(schema, migrations.apply(position));
            position++;
        }
        return schema;
    }
}
