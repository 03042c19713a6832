package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
    @Test
    void theLastPageNamesNoNext() {
        var page = Page.cut(List.of(1, 2), 2, String::valueOf, row -> "behind " + row);

        assertThat(page).isEqualTo(new Page<>(List.of("1", "2"), null));
    }

    @Test
    void aFullPageIsFollowedFromItsLastRow() {
        var page = Page.cut(List.of(1, 2, 3), 2, String::valueOf, row -> "behind " + row);

        assertThat(page).isEqualTo(new Page<>(List.of("1", "2"), "behind 2"));
    }
}
