package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.operation.RunData;
import org.junit.jupiter.api.Test;

class StepTest {

    @Test
    void onlyADataMigrationHasNoSemicolon() {
        String sql = "-- runs each night\nCREATE VIEW night AS SELECT 1";
        assertThat(Step.closed(sql)).isEqualTo(sql + ";");
        assertThat(Step.closed(Step.of(new RunData("com.acme.Fill", true, true)).sql()))
                .isEqualTo("-- takes back com.acme.Fill");
    }
}
