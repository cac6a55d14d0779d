package dev.turnstone.processor.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "titel, title",
        "TITLE, title",
        "titles, title",
        "author, ''",
        "autor_id, author_id",
        "crated_at, created_at",
        "x, ''",
        "completely_else, ''",
        "'', ''",
    })
    void findsTheNearestRealName(String wrong, String expected) {
        List<String> real = List.of("title", "author_id", "created_at", "price");
        assertThat(Suggestion.nearest(wrong, real).orElse("")).isEqualTo(expected);
    }

    @Test
    void prefersTheFirstInTheAlphabetAmongEquallyNearNames() {
        assertThat(Suggestion.nearest("bat", List.of("cat", "bad", "hat"))).contains("bad");
    }

    @Test
    void asksOnlyWhenThereIsSomethingToAsk() {
        assertThat(Suggestion.didYouMean("titel", List.of("title"))).isEqualTo(" Did you mean 'title'?");
        assertThat(Suggestion.didYouMean("titel", List.of())).isEmpty();
    }
}
