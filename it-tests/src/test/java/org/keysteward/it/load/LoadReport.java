package org.keysteward.it.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The result as Markdown.
 *
 * @param machine the hardware and software that it was measured on, one fact an entry
 * @param notes what a reader has to know before believing it
 */
record LoadReport(List<Sample> samples, List<String> machine, List<String> notes) {
    String markdown() {
        return """
                # What the bundle costs

                %s

                | Scenario | stock | bundle | ratio | wish | stock against stock | met |
                |---|---|---|---|---|---|---|
                %s

                Medians. *Stock against stock* is how far two servers without the bundle lay apart in the same round, at
                most; a wish is met when the ratio is within it, or when the difference is inside that spread.
                %s
                """.formatted(
                        machine.stream().map(fact -> "- " + fact).collect(Collectors.joining("\n")),
                        Arrays.stream(Scenario.values())
                                .filter(scenario -> samples.stream().anyMatch(sample -> sample.scenario() == scenario))
                                .map(scenario -> row(Comparison.of(scenario, samples)))
                                .collect(Collectors.joining("\n")),
                        notes.stream().map(note -> "\n" + note).collect(Collectors.joining("\n")));
    }

    private static String row(Comparison comparison) {
        Scenario scenario = comparison.scenario();
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %.3f | ≤ %.2f | ± %.1f %% | %s |",
                scenario.title(),
                value(comparison.stock(), scenario),
                value(comparison.bundle(), scenario),
                comparison.ratio(),
                scenario.wish(),
                100 * comparison.relativeSpread(),
                comparison.met() ? "yes" : "**no**");
    }

    private static String value(double value, Scenario scenario) {
        return String.format(Locale.ROOT, "%.1f %s", value, scenario.unit().symbol());
    }
}
