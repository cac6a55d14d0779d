package dev.turnstone.processor.history;

import static dev.turnstone.schema.Definitions.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.declared.Mapping;
import dev.turnstone.processor.declared.TableMapping;
import dev.turnstone.processor.declared.TableMapping.ColumnMapping;
import dev.turnstone.schema.Schema;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final TableMapping AUTHOR = entity("author", "Author", "", field("name", "a", ""));
    private static final TableMapping POST = entity("post", "Post", "", field("title", "b", ""), field("day", "c", ""));

    @Test
    void theBranchThatSwappedNamesKnowsBetter() {
        TableMapping author = entity("post", "Author", "author", field("name", "a", ""));
        TableMapping post = entity("author", "Post", "post", field("title", "c", "day"), field("day", "b", "title"));

        assertThat(merged(List.of(AUTHOR, POST), List.of(author, post)))
                .isEqualTo(merged(List.of(author, post), List.of(AUTHOR, POST)))
                .isEqualTo(new Mapping(List.of(author, post)));
    }

    @Test
    void whatOneBranchAddedIsKept() {
        TableMapping more = entity("author", "Author", "", field("email", "d", ""));

        assertThat(merged(List.of(AUTHOR), List.of(more, POST)))
                .isEqualTo(new Mapping(List.of(
                        entity("author", "Author", "", field("name", "a", ""), field("email", "d", "")), POST)));
    }

    private static Mapping merged(List<TableMapping> first, List<TableMapping> second) {
        return Snapshot.mapping(List.of(snapshot(first), snapshot(second)));
    }

    private static Snapshot snapshot(List<TableMapping> tables) {
        return new Snapshot("acme", "com.acme", "0001_initial", "", "", Schema.EMPTY, new Mapping(tables));
    }

    private static TableMapping entity(String table, String entity, String renamedFrom, ColumnMapping... columns) {
        return new TableMapping(table(table), entity, renamedFrom, List.of(columns));
    }

    private static ColumnMapping field(String column, String field, String renamedFrom) {
        return new ColumnMapping(column, field, renamedFrom);
    }
}
