package org.keysteward.audit.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.keysteward.kernel.AuditEntry.Category;

/**
 * A line of the table.
 *
 * @param targetType what is acted on, where a user event does not say
 * @param notation where it comes from, as it is written
 */
record Row(Action action, String targetType, List<String> notation, List<Source> sources) {
    /** @throws IllegalStateException at the first line that is not right, with its number */
    static List<Row> read(List<String> lines) {
        var rows = new ArrayList<Row>();
        var keys = new HashSet<String>();
        Map<Source, String> taken = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (TextFile.isForPeople(line)) {
                continue;
            }
            try {
                var row = parse(line);
                var key = row.action().key();
                require(keys.add(key), "stands here twice: " + key);
                for (var source : row.sources()) {
                    var other = isNamed(source) ? null : taken.put(source, key);
                    require(other == null, source + " is already " + other);
                }
                rows.add(row);
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException("catalogue, line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return List.copyOf(rows);
    }

    private static Row parse(String line) {
        var columns = line.split("\t", -1);
        require(columns.length == 6, "six columns are wanted, not " + columns.length);
        var description = columns[5];
        require(description.endsWith("."), "the description is not a sentence: " + description);
        var tags = columns[3].equals("-")
                ? new HashSet<Tag>()
                : Arrays.stream(columns[3].split(",", -1)).map(Tag::of).collect(Collectors.toSet());
        var category = Category.valueOf(columns[1].toUpperCase(Locale.ROOT));
        var notation = List.of(columns[4].split(", ", -1));
        var sources = notation.stream()
                .flatMap(text -> Source.Notation.parse(text).stream())
                .toList();
        return new Row(new Action(columns[0], category, tags, description), columns[2], notation, sources);
    }

    /** Whatever comes by its name may come from many places. */
    private static boolean isNamed(Source source) {
        return source instanceof Source.Own || source instanceof Source.Provider;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
