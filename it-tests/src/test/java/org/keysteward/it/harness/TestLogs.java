package org.keysteward.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where logs and pictures are kept: {@code target/it-logs}. */
public final class TestLogs {
    private TestLogs() {}

    /** The whole log of a server, from its start on. */
    public static Path ofServer(String name) {
        return directory().resolve("servers").resolve(name + ".log");
    }

    /** The same file, there and empty. */
    static Path emptyLogOfServer(String name) {
        Path log = ofServer(name);
        try {
            Files.createDirectories(log.getParent());
            return Files.write(log, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept of one failed test; the directory is made. */
    static Path ofTest(Class<?> test, String method) {
        Path directory = directory().resolve(test.getName()).resolve(method);
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path directory() {
        return Settings.DIRECTORY.path().resolve("it-logs");
    }
}
