package org.keysteward.audit.catalogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A table beside the classes of this package; lines that begin with # are for people. */
record TextFile(String name) {
    private static final String COMMENT = "#";

    List<String> lines() {
        try (var stream = TextFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isForPeople(String line) {
        return line.isBlank() || line.startsWith(COMMENT);
    }
}
