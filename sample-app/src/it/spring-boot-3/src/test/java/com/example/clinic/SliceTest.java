package com.example.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.orm.jpa.DataJpaTest;
import org.springframework.context.annotation.Import;

/** A test of the repositories alone does not look for configurations, so it names the migration. */
@DataJpaTest
@Import(DatabaseMigration.class)
class SliceTest {

    @Autowired
    private VetRepository vets;

    @Test
    void startsWithTheMigratedDatabase() {
        assertThat(vets.count()).isZero();
    }
}
