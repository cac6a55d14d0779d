package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names in backquotes in a condition that is otherwise passed on. */
class BackquotesTest {

    private static final String CONDITION = "`order` > 0 and name <> 'a`b' or `x` = 1";

    @Test
    void getTheMarksOfTheDatabase() {
        assertThat(new Names("\"", "ORDER").marked(CONDITION))
                .isEqualTo("\"order\" > 0 and name <> 'a`b' or \"x\" = 1");
    }

    @Test
    void stayWhereTheyAreTheMarks() {
        assertThat(new Names("`", "ORDER").marked(CONDITION)).isEqualTo(CONDITION);
    }

    @Test
    void doNotHideAColumn() {
        assertThat(RowChecks.mentions("`state$` > 0", "\"state$\"")).isTrue();
        assertThat(RowChecks.mentions("\"state$\" > 0", "\"state$\"")).isTrue();
        assertThat(RowChecks.mentions("`states` > 0", "\"state\"")).isFalse();
    }
}
