package dev.turnstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    private static final UndoScript SCRIPT = new UndoScript(List.of(
            new UndoScript.Statement(2, 3, "DROP TABLE a", "SELECT 1"), new UndoScript.Statement(1, 1, "B\nC", "")));

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
                        "-- takes back statements 1 to 1; lines: 1, done query: 1")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
        Arbitrary<UndoScript.Statement> statement = Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 99),
                        sql,
                        sql)
                .as(UndoScript.Statement::new);
        return statement.list().ofMaxSize(5).map(UndoScript::new);
    }

    @Property
    void anyTextComesBackUnchanged(@ForAll("scripts") UndoScript script) {
        assertThat(UndoScript.parse(script.format())).isEqualTo(script);
    }

    @Test
    void canBeReadAndRunByAPerson() {
        assertThat(SCRIPT.format()).isEqualTo("""
                -- takes back statements 2 to 3; lines: 1, done query: 1
                DROP TABLE a;
                --? SELECT 1
                -- takes back statements 1 to 1; lines: 2, done query: 0
                B
                C;
                """);
    }

    @Test
    void leavesOutOperationsThatWereNotBegun() {
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 1, 1), NOT_BEGUN))
                .extracting(UndoScript.Statement::first)
                .containsExactly(1);
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 2, 1), NOT_BEGUN)).hasSize(2);
        assertThat(SCRIPT.begun(new HistoryRow.Progress(3, 0, 0), NOT_BEGUN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE x;\n",
                "-- takes back statements 1 to 1; lines: 9999999999, done query: 0\nDROP TABLE x;\n",
                "-- takes back statements 1 to 1; lines: 9, done query: 0\nDROP TABLE x;\n",
                "-- takes back statements 1 to 1; lines: 1, done query: 0\nDROP TABLE x\n",
                "-- takes back statements 1 to 1; lines: 1, done query: 1\nDROP TABLE x;\nSELECT 1\n"
            })
    void saysWhereItWasEdited(String text) {
        assertThatThrownBy(() -> UndoScript.parse(text))
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The undo statements in the history table were edited: line 1 is not what was written there."
                                + " Take the migration back by hand and delete its row.");
    }

    @Test
    void saysThatStatementsAreMissingWhichRanAlready() {
        assertThatThrownBy(() -> SCRIPT.begun(new HistoryRow.Progress(3, 1, 1), new HistoryRow.Progress(2, 2, 1)))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The undo statements in the history table were edited: they are fewer than those that ran"
                        + " already. Take the migration back by hand and delete its row.");
    }
}
