package dev.turnstone.processor.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.turnstone.processor.jpa.JpaSettings.Qualifier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Hibernate was seen to make of names. */
class JpaNamesTest {

    private static final JpaNames SIX = new JpaNames(new JpaSettings(true, 6, 6, true, Qualifier.SCHEMA));
    private static final JpaNames SEVEN = new JpaNames(new JpaSettings(true, 7, 4, true, Qualifier.SCHEMA));
    private static final JpaNames PLAIN = new JpaNames(new JpaSettings(false, 7, 4, true, Qualifier.SCHEMA));

    @ParameterizedTest
    @CsvSource({
        "itemV2, itemv2, item_v2",
        "sha256Hash, sha256hash, sha256_hash",
        "line1Text, line1text, line1_text",
        "oAuth2Token, o_auth2token, o_auth2_token",
        "ab1C2d, ab1c2d, ab1_c2d",
        "iPhone, i_phone, i_phone",
        "isX, isx, isx",
        "aBc, a_bc, a_bc",
        "HTTPServer, httpserver, httpserver",
        "httpServerURL2, http_serverurl2, http_serverurl2",
        "camelCase_Mixed, camel_case_mixed, camel_case_mixed",
        "a.b.cD, a_b_cd, a_b_cd",
        "level2B, level2b, level2b"
    })
    void springPutsUnderscores(String java, String six, String seven) {
        assertThat(SIX.physical(java)).isEqualTo(six);
        assertThat(SEVEN.physical(java)).isEqualTo(seven);
        assertThat(PLAIN.physical(java)).isEqualTo(java);
    }

    @Test
    void quotedNamesKeepTheirLetterCase() {
        assertThat(PLAIN.physical("`Order`")).isEqualTo("\"Order\"");
        assertThat(SEVEN.physical("`Order`")).isEqualTo("\"Order\"");
        assertThat(SIX.physical("`Order`")).isEqualTo("\"order\"");
    }

    @Test
    void constraintsHaveHibernatesNames() {
        assertThat(JpaNames.foreignKey("C1_Parent", "Parent", List.of("entMap_id")))
                .isEqualTo("FKq59kvs8rlxdi9bvlp6f78uc9b");
        assertThat(JpaNames.foreignKey("c1_parent", "parent", List.of("ent_map_id")))
                .isEqualTo("FKiilpc3j7frykb7b7fvwg15b5g");
        assertThat(JpaNames.key("UK", "cons", List.of("b", "a"))).isEqualTo("UK83qrysrd81o9j5hx3ugfdwms0");
        assertThat(JpaNames.key("IDX", "cons", List.of("a"))).isEqualTo("IDX876xn7xgoki1tflymmqim2qlq");
    }
}
