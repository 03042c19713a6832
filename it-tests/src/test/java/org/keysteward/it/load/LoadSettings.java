package org.keysteward.it.load;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much is measured: {@code -Dload.rounds=}, {@code -Dload.blocks=}, {@code -Dload.minutes=}.
 *
 * @param rounds how often all servers are started
 * @param blocks how many blocks of every scenario each server gets in a round
 * @param limit no block is begun later; what has been measured until then is the result
 * @param report the Markdown file to write
 */
record LoadSettings(int rounds, int blocks, Duration limit, Path report) {
    LoadSettings {
        if (rounds < 1 || blocks < 1) {
            throw new IllegalArgumentException("load.rounds and load.blocks must be at least 1");
        }
    }

    static LoadSettings fromSystemProperties() {
        return new LoadSettings(
                Integer.parseInt(required("load.rounds")),
                Integer.parseInt(required("load.blocks")),
                Duration.ofMinutes(Long.parseLong(required("load.minutes"))),
                Path.of(required("load.report")));
    }

    private static String required(String name) {
        String value = System.getProperty(name);
        if (value == null) {
            throw new IllegalStateException(
                    "The system property " + name + " is missing; measure with `mvn -Pload`, which sets it");
        }
        return value;
    }
}
