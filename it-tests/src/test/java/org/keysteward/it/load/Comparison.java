package org.keysteward.it.load;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One scenario with and without the bundle.
 *
 * @param stock the median of all stock samples
 * @param bundle the median of all samples with the bundle
 * @param spread how far the medians of the two stock servers lay apart, in the round where it was most
 */
record Comparison(Scenario scenario, double stock, double bundle, double spread) {
    static Comparison of(Scenario scenario, Collection<Sample> all) {
        return of(scenario, Variant.BUNDLE, all);
    }

    /** @param measured what is laid beside stock */
    static Comparison of(Scenario scenario, Variant measured, Collection<Sample> all) {
        List<Sample> samples =
                all.stream().filter(sample -> sample.scenario() == scenario).toList();
        Set<Integer> rounds = samples.stream().map(Sample::round).collect(Collectors.toSet());
        return new Comparison(
                scenario,
                median(samples.stream()
                        .filter(sample -> !sample.variant().hasBundle())
                        .toList()),
                median(of(samples, measured)),
                rounds.stream()
                        .map(round -> samples.stream()
                                .filter(sample -> sample.round() == round)
                                .toList())
                        .mapToDouble(round ->
                                Math.abs(median(of(round, Variant.STOCK)) - median(of(round, Variant.STOCK_AGAIN))))
                        .max()
                        .orElseThrow());
    }

    double added() {
        return bundle - stock;
    }

    double ratio() {
        return bundle / stock;
    }

    /** The spread as a part of the stock median. */
    double relativeSpread() {
        return spread / stock;
    }

    /** Within the wish, or no further from stock than stock is from itself. */
    boolean met() {
        return ratio() <= scenario.wish() || bundle - stock <= spread;
    }

    private static List<Sample> of(List<Sample> samples, Variant variant) {
        return samples.stream().filter(sample -> sample.variant() == variant).toList();
    }

    private static double median(List<Sample> samples) {
        return Median.of(samples.stream().map(Sample::value).toList());
    }
}
