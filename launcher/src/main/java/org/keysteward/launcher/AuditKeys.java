package org.keysteward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The keys of the audit trail, without which the bundle starts no server: made once, by the bundle's own command. */
public final class AuditKeys {
    private static final String FILE = "audit-keys.jwks";
    private static final int WITHIN_SECONDS = 60;

    private final Path file;

    private AuditKeys(Path file) {
        this.file = file;
    }

    /**
     * The keys of this directory, which are made where there are none.
     *
     * @throws LaunchException where the bundle cannot make them
     */
    public static AuditKeys in(Path directory, Path bundle) {
        Path file = directory.resolve(FILE).toAbsolutePath();
        if (!Files.exists(file)) {
            make(file, bundle);
        }
        return new AuditKeys(file);
    }

    /** The option of {@code kc.sh start} that names them. */
    public String serverOption() {
        return "--spi-keysteward--audit--keys-file=" + file;
    }

    /** The keys themselves, for a server that sees no file of this machine. */
    public String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file, Path bundle) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            Files.createDirectories(file.getParent());
            Process process = new ProcessBuilder(
                            List.of(java, "-jar", bundle.toString(), "audit-keys", "create", "--out", file.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(WITHIN_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new LaunchException("The bundle " + bundle + " could not make audit keys in " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Making audit keys was interrupted", e);
        }
    }
}
