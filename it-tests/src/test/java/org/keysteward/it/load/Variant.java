package org.keysteward.it.load;

/** The servers that are measured beside each other. */
enum Variant {
    STOCK("stock"),
    BUNDLE("bundle"),
    /** A second stock server: what it differs from the first one by is chance. */
    STOCK_AGAIN("stock-again");

    private final String id;

    Variant(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    boolean hasBundle() {
        return this == BUNDLE;
    }
}
