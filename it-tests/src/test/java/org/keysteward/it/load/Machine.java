package org.keysteward.it.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.keysteward.it.harness.Settings;

/** Where and when something was measured: a number without it means nothing. */
final class Machine {
    private Machine() {}

    static List<String> facts() {
        return List.of(
                "%s, %d cores, %s"
                        .formatted(
                                fromProc("cpuinfo", "model name"),
                                Runtime.getRuntime().availableProcessors(),
                                fromProc("meminfo", "MemTotal")),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                        + System.getProperty("java.version") + ", Keycloak " + Settings.KEYCLOAK_VERSION.text(),
                LocalDate.now(ZoneOffset.UTC).toString());
    }

    /** The value of a line in a file of {@code /proc}, which only Linux has. */
    private static String fromProc(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }
}
