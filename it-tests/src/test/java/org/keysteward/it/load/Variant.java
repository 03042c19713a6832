package org.keysteward.it.load;

/** The servers that are measured beside each other. */
enum Variant {
    STOCK("stock"),
    BUNDLE("bundle"),
    /** A second stock server: what it differs from the first one by is chance. */
    STOCK_AGAIN("stock-again"),
    /** The bundle, in a realm that also keeps Keycloak's own events. */
    BUNDLE_AND_EVENTS("bundle-and-events");

    private final String id;

    Variant(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    boolean hasBundle() {
        return this == BUNDLE || this == BUNDLE_AND_EVENTS;
    }
}
