package dev.turnstone.processor.diff;

import static dev.turnstone.processor.diff.Blog.ID;
import static dev.turnstone.processor.diff.Blog.NAME;
import static dev.turnstone.processor.diff.Blog.fk;
import static dev.turnstone.processor.diff.Blog.pk;
import static dev.turnstone.processor.diff.Blog.ref;
import static dev.turnstone.processor.diff.Blog.with;
import static dev.turnstone.schema.Definitions.foreignKey;
import static dev.turnstone.schema.Definitions.index;
import static dev.turnstone.schema.Definitions.table;
import static dev.turnstone.schema.Definitions.unique;
import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.declared.Baseline;
import dev.turnstone.processor.testing.Entities;
import dev.turnstone.schema.TableName;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What the differ takes without complaint: other stages report on it. */
class SchemaDifferLimitsTest {

    private static final Baseline BLOG = DiffCase.saved(
            Baseline.EMPTY,
            new Entities()
                    .table("author", with("author", NAME))
                    .table("post", with("post", ref("author"), fk("post", "author", "author"))));

    @Test
    void entitiesThatAreWrongAreNoReasonToThrow() {
        Entities wrong = new Entities()
                .table("author", ID, ID, pk("author"), pk("author"), index("ix", "nothing"), unique("ix", "id"))
                .table("AUTHOR", ID, NAME)
                .table("post", foreignKey("fk", "gone", table("author"), "gone"), index("ix", "id"))
                .table("tag", foreignKey("fk", "a", table("nowhere"), "b"))
                .table("tag", NAME)
                .renamed("tag", "post")
                .renamed("author", "author")
                .droppedTable("")
                .droppedColumn("nowhere", "a");

        assertThat(SchemaDiffer.diff(BLOG, wrong.declared()).findings()).isNotEmpty();
    }

    @Test
    void aThousandTablesAreComparedInNoQuadraticTime() {
        Entities before = new Entities();
        Entities after = new Entities();
        for (int i = 0; i < 1000; i++) {
            String name = "t" + i;
            String other = "t" + (i + 1) % 1000;
            before.table(name, with(name, NAME, ref("next"), fk(name, "next", other), index("ix_" + name, "next")));
            String renamed = "u" + i;
            after.table(
                            renamed,
                            with(
                                    renamed,
                                    NAME,
                                    ref("next"),
                                    fk(renamed, "next", "u" + (i + 1) % 1000),
                                    index("ix_" + renamed, "next")))
                    .renamed(renamed, name);
        }
        Baseline baseline = DiffCase.saved(Baseline.EMPTY, before);

        long start = cpuTime();
        Diff diff = SchemaDiffer.diff(baseline, after.declared());
        long millis = (cpuTime() - start) / 1_000_000;

        assertThat(diff.operations()).hasSize(1000);
        assertThat(diff.target().table(TableName.of("u7"))).isPresent();
        assertThat(millis).as("milliseconds").isLessThan(3000);
    }

    /** Not the time on the wall: the machine may be busy. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
