package org.keysteward.scim.keycloak;

import java.util.List;
import java.util.TreeSet;

/** What of a request was passed over, for the connection's health. */
final class Ignored {
    private static final int MOST = 100;

    private final TreeSet<String> names = new TreeSet<>();

    void add(List<String> more) {
        more.stream().limit(Math.max(0, MOST - names.size())).forEach(names::add);
    }

    List<String> names() {
        return List.copyOf(names);
    }
}
