package org.keysteward.it.harness;

/** The databases that Keysteward supports. */
public enum DatabaseEngine {
    POSTGRESQL("postgres"),
    H2("dev-file");

    private final String vendor;

    DatabaseEngine(String vendor) {
        this.vendor = vendor;
    }

    /** The value of Keycloak's option {@code db}. */
    String vendor() {
        return vendor;
    }
}
