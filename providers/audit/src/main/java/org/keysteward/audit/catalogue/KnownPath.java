package org.keysteward.audit.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A path that admin events have, and the kind of thing that it leads to. */
record KnownPath(PathPattern pattern, String targetType) {
    private static final String ID = "id";
    private static final String USER = "user";
    private static final String TENANT = "tenant";

    /** What says more goes first. */
    static final List<KnownPath> ALL = new TextFile("admin-paths.tsv")
            .lines().stream()
                    .filter(line -> !TextFile.isForPeople(line))
                    .map(KnownPath::parse)
                    .sorted(Comparator.comparingLong(
                                    (KnownPath path) -> path.pattern().literals())
                            .reversed())
                    .toList();

    private static KnownPath parse(String line) {
        var columns = line.split("\t", -1);
        if (columns.length != 2) {
            throw new IllegalStateException("admin-paths, two columns are wanted: " + line);
        }
        return new KnownPath(PathPattern.of(columns[0]), columns[1]);
    }

    AdminPath read(Map<String, String> found) {
        var id = found.containsKey(ID) ? found.get(ID) : found.get(targetType);
        return new AdminPath(targetType, id, found.get(TENANT), found.get(USER));
    }
}
