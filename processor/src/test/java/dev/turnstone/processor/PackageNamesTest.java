package dev.turnstone.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageNamesTest {

    @ParameterizedTest
    @CsvSource({
        "com.acme.A, com.acme.B, com.acme",
        "com.acme.a.A, com.acme.b.B, com.acme",
        "com.acme.A, com.acme.b.B, com.acme",
        "com.acme.Blog$Post, com.acme.B, com.acme",
        "com.acmes.A, com.acme.B, com",
        "org.A, com.B, ''",
        "A, com.B, ''"
    })
    void theCommonPackageIsTheLongestCommonStart(String a, String b, String common) {
        assertThat(PackageNames.common(List.of(a, b))).isEqualTo(common);
        assertThat(PackageNames.common(List.of(b, a))).isEqualTo(common);
    }
}
