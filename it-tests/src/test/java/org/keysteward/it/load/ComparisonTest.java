package org.keysteward.it.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void comparesMediansOfAllRounds() {
        var comparison = refresh(round(1, 10, 12, 10), round(2, 10, 12, 10), round(3, 50, 90, 50));

        assertThat(comparison.stock()).isEqualTo(10);
        assertThat(comparison.bundle()).isEqualTo(12);
        assertThat(comparison.ratio()).isCloseTo(1.2, within(1e-9));
        assertThat(comparison.met()).isFalse();
    }

    @Test
    void takesTheSpreadFromTheRoundWhereTwoStockServersDifferMost() {
        var comparison = refresh(round(1, 10, 10, 11), round(2, 10, 10, 7));

        assertThat(comparison.spread()).isEqualTo(3);
    }

    @Test
    void isMetWithinTheWish() {
        assertThat(refresh(round(1, 100, 105, 100)).met()).isTrue();
        assertThat(refresh(round(1, 100, 106, 100)).met()).isFalse();
    }

    @Test
    void isMetWhenTheDifferenceIsInsideTheSpread() {
        var comparison = refresh(round(1, 90, 110, 110));

        assertThat(comparison.ratio()).isGreaterThan(Scenario.REFRESH.wish());
        assertThat(comparison.met()).isTrue();
    }

    @Test
    void leavesOtherScenariosOut() {
        var samples = Stream.concat(
                        round(1, 10, 10, 10).stream(), Stream.of(new Sample(Scenario.SIGN_IN, Variant.BUNDLE, 1, 1000)))
                .toList();

        assertThat(Comparison.of(Scenario.REFRESH, samples).bundle()).isEqualTo(10);
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static Comparison refresh(List<Sample>... rounds) {
        return Comparison.of(
                Scenario.REFRESH, Stream.of(rounds).flatMap(List::stream).toList());
    }

    private static List<Sample> round(int round, double stock, double bundle, double stockAgain) {
        return List.of(
                new Sample(Scenario.REFRESH, Variant.STOCK, round, stock),
                new Sample(Scenario.REFRESH, Variant.BUNDLE, round, bundle),
                new Sample(Scenario.REFRESH, Variant.STOCK_AGAIN, round, stockAgain));
    }
}
