package org.keysteward.it.harness;

import java.nio.file.Path;

/** What Maven hands over to the integration tests, as system properties. */
public enum Settings {
    /** The untouched Keycloak distribution. */
    DISTRIBUTION("keysteward.it.distribution"),
    /** The version of that distribution. */
    KEYCLOAK_VERSION("keysteward.it.keycloakVersion"),
    /** The bundle's JAR. */
    BUNDLE("keysteward.it.bundle"),
    /** The JAR of {@code it-tests/probe}. */
    PROBE("keysteward.it.probe"),
    /** Where servers, databases and logs go. */
    DIRECTORY("keysteward.it.directory"),
    /** The root of the repository. */
    REPOSITORY("keysteward.root"),
    /** The path of a browser, or empty. */
    BROWSER("it.browser"),
    /** How often the server is killed. */
    KILLS("it.kills"),
    /** Whether to use containers: {@code false}, or anything else. */
    DOCKER("it.docker");

    private final String property;

    Settings(String property) {
        this.property = property;
    }

    public Path path() {
        return Path.of(text());
    }

    public String text() {
        String value = System.getProperty(property);
        if (value == null) {
            throw new IllegalStateException("The system property " + property
                    + " is missing; run the integration tests with `mvn verify`, which sets it");
        }
        return value;
    }

    /** Whether the setting is switched on; {@code -Dname} alone switches it on too. */
    boolean isOn() {
        return !text().equals("false");
    }
}
