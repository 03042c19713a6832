package org.keysteward.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** A digest of everything that {@code kc.sh build} looks at: its options, and the names and contents of the JARs. */
record BuildStamp(String digest) {
    static BuildStamp of(List<String> options, Collection<Path> jars) {
        MessageDigest digest = sha256();
        options.stream().sorted().forEach(option -> digest.update((option + "\n").getBytes(UTF_8)));
        jars.stream()
                .sorted(Comparator.comparing(jar -> String.valueOf(jar.getFileName())))
                .forEach(jar -> update(digest, jar));
        return new BuildStamp(HexFormat.of().formatHex(digest.digest()));
    }

    boolean isWrittenIn(Path file) {
        try {
            return Files.exists(file) && Files.readString(file).equals(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(Path file) {
        try {
            Files.writeString(file, digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets the last build, so that one that is cut short counts as none. */
    static void removeFrom(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void update(MessageDigest digest, Path jar) {
        try {
            digest.update((jar.getFileName() + "\n").getBytes(UTF_8));
            digest.update(sha256().digest(Files.readAllBytes(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
