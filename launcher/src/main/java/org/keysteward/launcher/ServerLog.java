package org.keysteward.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The file that a server writes its output to. */
record ServerLog(Path file) {
    /** Makes an empty log, so that a reader never takes an earlier start's lines for this one's. */
    static ServerLog emptied(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerLog(file);
    }

    String lastLines(int count) {
        try {
            // A server may log bytes that are not UTF-8; reading them must not hide the other lines.
            List<String> lines =
                    new String(Files.readAllBytes(file), UTF_8).lines().toList();
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()));
        } catch (IOException e) {
            return "(the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
