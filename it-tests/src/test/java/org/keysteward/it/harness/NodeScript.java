package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code src/test/js}, run by Node with the packages that its lock file names. They are installed below
 * {@code target}, once.
 */
public final class NodeScript {
    private static final Path SOURCES = Path.of("it-tests/src/test/js");
    private static final List<String> PACKAGE = List.of("package.json", "package-lock.json", ".npmrc");
    private static final int MINUTES = 5;

    private final String name;

    public NodeScript(String name) {
        this.name = name;
    }

    /**
     * Runs it with this text as its standard input.
     *
     * @return what it has written to its standard output
     */
    public String run(String input) {
        try {
            Path directory = installed();
            Files.copy(source(name), directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return execute(directory, input, "node", name);
        } catch (IOException e) {
            throw new UncheckedIOException("Node 20.19 or newer is needed by mvn verify", e);
        }
    }

    private static Path installed() throws IOException {
        Path directory = Files.createDirectories(Settings.DIRECTORY.path().resolve("js"));
        Path record = directory.resolve("node_modules/.installed");
        String wanted = Files.readString(source("package-lock.json"));
        if (Files.exists(record) && Files.readString(record).equals(wanted)) {
            return directory;
        }
        for (String file : PACKAGE) {
            Files.copy(source(file), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        execute(directory, "", "npm", "ci", "--prefer-offline", "--loglevel=error");
        Files.writeString(record, wanted);
        return directory;
    }

    private static Path source(String file) {
        return Settings.REPOSITORY.path().resolve(SOURCES).resolve(file);
    }

    private static String execute(Path directory, String input, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.join(" ", command) + " was interrupted", e);
        }
        return output;
    }
}
