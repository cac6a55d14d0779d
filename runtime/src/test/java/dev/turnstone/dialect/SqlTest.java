package dev.turnstone.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.schema.Constraint;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SqlTest {

    /** A kind that were missing there would be missing from new tables. */
    @Test
    void ordersAllKindsOfConstraints() {
        assertThat(new ArrayList<Class<?>>(Sql.KINDS))
                .containsExactlyInAnyOrder(Constraint.class.getPermittedSubclasses());
    }
}
