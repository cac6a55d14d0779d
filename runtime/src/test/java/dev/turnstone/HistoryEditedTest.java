package dev.turnstone;

import static dev.turnstone.Blog.SET;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.turnstone.migration.MigrationException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history table that people wrote into. */
class HistoryEditedTest {

    private final TestDatabase database = TestDatabase.inMemory();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "state = 'applied' | its state is \"applied\", which is none of RUNNING, FAILED, APPLIED, ROLLING_BACK.",
                "state = 'FAILED', done = 9 | it says that of 1 statements 1 were started and 9 are done.",
                "state = 'FAILED', started = 2 | it says that of 1 statements 2 were started and 1 are done.",
                "state = 'FAILED', done = -1 | it says that of 1 statements 1 were started and -1 are done.",
                "state = 'ROLLING_BACK', undo_done = 7 | it says that of 1 statements 0 were started and 7 are done.",
            })
    void isNamedWithItsRowAndWhatIsWrong(String edit, String wrong) {
        Migrator migrator = Migrator.builder(database).sets(SET.first(2)).build();
        migrator.apply();
        database.execute("UPDATE turnstone_history SET " + edit + " WHERE id = '0002_add_email'");
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                migrator::apply, migrator::plan, migrator::rollback, () -> migrator.rollbackTo("0001_initial"))) {
            assertThatThrownBy(call)
                    .isInstanceOf(MigrationException.class)
                    .hasMessage(
                            "The row of the migration 0002_add_email of com.acme.blog in turnstone_history was changed"
                                    + " by hand and cannot be understood: " + wrong
                                    + " Restore it from a backup of the database, or correct it by hand.");
        }
    }
}
