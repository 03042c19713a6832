package org.keysteward.launcher;

import java.nio.file.Path;
import java.util.Properties;

/**
 * What {@code mvn -Prun} hands over, as system properties with the prefix {@code keysteward.run.}.
 *
 * @param version the version of the bundle
 * @param keycloakVersion the version of the distribution
 * @param pristine the distribution as Maven has unpacked it
 * @param directory where the running distribution lives with its data, kept until {@code mvn clean}
 * @param bundle the JAR to deploy
 * @param realmTemplates the directory with the realm files to import
 * @param port where HTTP is served
 */
record RunSettings(
        String version,
        String keycloakVersion,
        Path pristine,
        Path directory,
        Path bundle,
        Path realmTemplates,
        int port) {
    private static final String PREFIX = "keysteward.run.";

    static RunSettings from(Properties properties) {
        return new RunSettings(
                required(properties, "version"),
                required(properties, "keycloakVersion"),
                Path.of(required(properties, "pristine")),
                Path.of(required(properties, "directory")),
                Path.of(required(properties, "bundle")),
                Path.of(required(properties, "realmTemplates")),
                port(required(properties, "port")));
    }

    /** One directory for each Keycloak version: a newer server never opens an older one's database by surprise. */
    Path home() {
        return directory.resolve("keycloak-" + keycloakVersion);
    }

    Path log() {
        return directory.resolve("keycloak.log");
    }

    Path buildLog() {
        return directory.resolve("keycloak-build.log");
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // The same message as for a number that is out of range.
        }
        throw new LaunchException("run.port must be a port number from 1 to 65535, not '" + text + "'");
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(PREFIX + name);
        if (value == null) {
            throw new LaunchException("The system property " + PREFIX + name
                    + " is missing; start Keysteward with `mvn -Prun`, which sets it");
        }
        return value;
    }
}
