package org.keysteward.it.scim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Users who differ a little from each other. */
final class People {
    private People() {}

    /** The ids of so many, in the order in which they were made. */
    static List<String> in(Provisioner directory, int count) {
        var ids = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            ids.add(directory.createUser(
                    "user%02d".formatted(i),
                    Map.of(
                            "externalId", "e%d".formatted(i),
                            "title", i % 2 == 0 ? "Even" : "Odd",
                            "displayName", "Name %02d".formatted(count - i),
                            "name", Map.of("givenName", "G%d".formatted(i % 3), "familyName", "Family"),
                            "emails",
                                    List.of(
                                            Map.of("value", "u%d@work.example".formatted(i), "type", "work"),
                                            Map.of("value", "u%d@home.example".formatted(i), "type", "home")))));
        }
        return ids;
    }
}
