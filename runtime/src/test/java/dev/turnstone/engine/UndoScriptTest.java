package dev.turnstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.dialect.Step;
import dev.turnstone.migration.MigrationException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndoScriptTest {

    private static final String HEADER = "-- takes back statements 1 to 1";

    private static final UndoScript SCRIPT = new UndoScript(List.of(
            new UndoScript.Part(
                    2, 3, true, List.of(Step.of("DROP TABLE a", "SELECT 1"), Step.of(Step.Kind.NO_ROW, "SELECT 2"))),
            new UndoScript.Part(1, 1, false, List.of(Step.of("B\nC").clearing("SELECT 3\nSELECT 4")))));

    private static final HistoryRow.Progress NOT_BEGUN = HistoryRow.Progress.none(2);

    @Provide
    Arbitrary<UndoScript> scripts() {
        Arbitrary<String> sql = Arbitraries.of(
                        "DROP TABLE x",
                        "\n",
                        "\r\n",
                        ";",
                        "--",
                        "--? ",
                        "'",
                        "\"",
                        " ",
                        "\\",
                        "😀",
                        "é",
                        "--! ",
                        "-- takes back statements 1 to 1, alone, steps: 1",
                        "-- statement, lines: 1, done query: 1, leftovers: 0")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        Arbitrary<Step> step = Combinators.combine(Arbitraries.of(Step.Kind.class), sql, sql, sql)
                .as(Step::new);
        Arbitrary<UndoScript.Part> part = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99),
                        step.list().ofMinSize(1).ofMaxSize(3))
                .as((first, last, steps) -> new UndoScript.Part(first, last, steps.size() > 1, steps));
        return part.list().ofMaxSize(4).map(UndoScript::new);
    }

    @Property
    void anyTextComesBackUnchanged(@ForAll("scripts") UndoScript script) {
        assertThat(UndoScript.parse(script.format())).isEqualTo(script);
    }

    @Test
    void canBeReadAndRunByAPerson() {
        assertThat(SCRIPT.format()).isEqualTo("""
                -- takes back statements 2 to 3, in one transaction, steps: 2
                -- statement, lines: 1, done query: 1, leftovers: 0
                DROP TABLE a;
                --? SELECT 1
                -- no_row, lines: 1, done query: 0, leftovers: 0
                SELECT 2;
                -- takes back statements 1 to 1, alone, steps: 1
                -- statement, lines: 2, done query: 0, leftovers: 2
                B
                C;
                --! SELECT 3
                --! SELECT 4
                """);
    }

    @Test
    void leavesOutOperationsThatWereNotBegun() {
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 1, 1), NOT_BEGUN))
                .extracting(UndoScript.Part::first)
                .containsExactly(1);
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 2, 1), NOT_BEGUN)).hasSize(2);
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 0, 0), NOT_BEGUN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE x;\n",
                HEADER + ", alone, steps: 9999999999\n"
                        + "-- statement, lines: 1, done query: 0, leftovers: 0\nDROP TABLE x;\n",
                HEADER + ", alone, steps: 1\n-- mine, lines: 1\nDROP TABLE x;\n",
                HEADER + ", alone, steps: 0\n"
            })
    void saysWhereThePartWasEdited(String text) {
        assertThatThrownBy(() -> UndoScript.parse(text))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("The undo statements in the history table were edited: line [12] is not what was"
                        + " written there\\. Take the migration back by hand and delete its row\\.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lines: 9, done query: 0, leftovers: 0\nDROP TABLE x;\n",
                "lines: 1, done query: 0, leftovers: 0\nDROP TABLE x\n",
                "lines: 1, done query: 1, leftovers: 0\nDROP TABLE x;\n--! SELECT 1\n",
                "lines: 1, done query: 0, leftovers: 1\nDROP TABLE x;\n",
            })
    void saysWhereItWasEdited(String text) {
        assertThatThrownBy(() ->
                        UndoScript.parse("-- takes back statements 1 to 1, alone, steps: 1\n-- statement, " + text))
                .isInstanceOf(MigrationException.class)
                .hasMessageMatching("The undo statements in the history table were edited: line [234] is not what was"
                        + " written there\\. Take the migration back by hand and delete its row\\.");
    }

    @Test
    void saysThatStatementsAreMissingWhichRanAlready() {
        assertThatThrownBy(() -> SCRIPT.begun(new HistoryRow.Progress(3, 1, 1), new HistoryRow.Progress(2, 2, 1)))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The undo statements in the history table were edited: they are fewer than those that ran"
                        + " already. Take the migration back by hand and delete its row.");
    }
}
