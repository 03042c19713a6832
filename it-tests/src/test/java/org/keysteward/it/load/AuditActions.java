package org.keysteward.it.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keysteward.it.harness.Settings;

/** What can happen, as the audit's catalogue has it: the first ones are the commonest in a trail. */
final class AuditActions {
    private static final Path CATALOGUE =
            Path.of("providers/audit/src/main/resources/org/keysteward/audit/catalogue/catalogue.tsv");
    private static final int MOST = 200;

    /** @param tags sorted */
    record Kind(String action, String category, List<String> tags) {
        String tagsWithBlanks() {
            return String.join(" ", tags);
        }

        String tagsAsJson() {
            return tags.isEmpty()
                    ? ""
                    : tags.stream().map(tag -> '"' + tag + '"').collect(Collectors.joining(",", "\"tags\":[", "],"));
        }
    }

    private AuditActions() {}

    static List<Kind> all() {
        try (Stream<String> lines = Files.lines(Settings.REPOSITORY.path().resolve(CATALOGUE), UTF_8)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> new Kind(row[0], row[1], tags(row[3])))
                    .limit(MOST)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> tags(String text) {
        return text.equals("-")
                ? List.of()
                : Arrays.stream(text.split(",", -1)).sorted().toList();
    }
}
