package org.keysteward.it.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.it.harness.Settings;

/** A table in Markdown, with the machine in front of it: {@code target/load.md}. */
final class Report {
    private final List<String> lines = new ArrayList<>();

    Report(String title) {
        lines.add("# " + title);
        lines.add("");
        Machine.facts().forEach(this::fact);
    }

    /** What a reader has to know before believing it. */
    void fact(String fact) {
        lines.add("- " + fact);
    }

    /** Begins a table. */
    void columns(String... names) {
        lines.add("");
        row(names);
        lines.add("| --- ".repeat(names.length) + "|");
    }

    void row(String... cells) {
        String line = "| " + String.join(" | ", cells) + " |";
        lines.add(line);
        System.out.println(line);
    }

    /** Whether a wish was met, in a cell. */
    static String met(boolean met) {
        return met ? "yes" : "**no**";
    }

    void write() {
        String report = String.join("\n", lines) + "\n";
        Path file = Path.of(System.getProperty(
                "load.report", Settings.DIRECTORY.path().resolve("load.md").toString()));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(System.lineSeparator() + report + "Written to " + file);
    }
}
