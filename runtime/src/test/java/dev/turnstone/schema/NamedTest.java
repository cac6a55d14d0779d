package dev.turnstone.schema;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedTest {

    @ParameterizedTest
    @ValueSource(classes = {Column.class, Index.class, PrimaryKey.class, Unique.class, ForeignKey.class, Check.class})
    void addsNoConstantToPublicTypes(Class<?> type) {
        assertThat(type.getFields()).isEmpty();
    }
}
