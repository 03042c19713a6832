package org.keysteward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One unpacked Keycloak: a directory of its own, with its own providers, build and data. */
public final class Distribution {
    /** The build needs no second compiler tier: without it, it takes two thirds of the time. */
    private static final Map<String, String> BUILD_ENVIRONMENT = Map.of("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");

    private static final int LOG_LINES_SHOWN = 40;

    private final Path home;

    private Distribution(Path home) {
        this.home = home;
    }

    /**
     * Returns the distribution at {@code home}, made from the untouched one at {@code pristine} when there is none.
     * What {@code home} has gathered since (providers, build, data) stays.
     */
    public static Distribution at(Path home, Path pristine) {
        if (!Files.isDirectory(home)) {
            requireUnpacked(pristine);
            try {
                Directories.copy(pristine, home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Distribution(home.toAbsolutePath());
    }

    public Path home() {
        return home;
    }

    /** Puts exactly these JARs into {@code providers/}. A JAR that is there already keeps its time stamp. */
    public Distribution deploy(Collection<Path> jars) {
        List<String> wanted = jars.stream().map(Distribution::fileName).toList();
        try {
            for (Path present : deployed()) {
                if (!wanted.contains(fileName(present))) {
                    Files.delete(present);
                }
            }
            for (Path jar : jars) {
                deploy(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Puts the realm files of a directory where {@code --import-realm} finds them. */
    public Distribution realmFiles(Path directory) {
        Path imports = home.resolve("data/import");
        try (Stream<Path> files = Files.list(directory)) {
            Files.createDirectories(imports);
            for (Path file :
                    files.filter(file -> fileName(file).endsWith(".json")).toList()) {
                Files.copy(file, imports.resolve(fileName(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Forgets what earlier servers have stored: the embedded database, imported files, temporary ones. */
    public Distribution eraseData() {
        try {
            Directories.delete(home.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /**
     * Runs {@code kc.sh build} with these options, but only when they, or the content of a deployed JAR, have changed
     * since the last build.
     *
     * @return whether a build was run
     * @throws LaunchException when the build fails
     */
    public boolean build(List<String> options, Path log) {
        BuildStamp stamp = BuildStamp.of(options, deployed());
        Path stampFile = home.resolve("lib/quarkus/keysteward-build.stamp");
        if (stamp.isWrittenIn(stampFile)) {
            return false;
        }
        ServerLog buildLog = ServerLog.emptied(log);
        BuildStamp.removeFrom(stampFile);
        try (GuardedProcess build = GuardedProcess.start(
                command(Stream.concat(Stream.of("build"), options.stream()).toList()), BUILD_ENVIRONMENT, home, log)) {
            int status = build.awaitExit();
            if (status != 0) {
                throw new LaunchException("kc.sh build failed with status %d. The log is %s and ends with:%n%s"
                        .formatted(status, log, buildLog.lastLines(LOG_LINES_SHOWN)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("kc.sh build was interrupted", e);
        }
        stamp.writeTo(stampFile);
        return true;
    }

    List<String> command(List<String> arguments) {
        return Stream.concat(Stream.of(home.resolve("bin/kc.sh").toString()), arguments.stream())
                .toList();
    }

    private List<Path> deployed() {
        try {
            return files(home.resolve("providers"), ".jar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory, String ending) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> fileName(file).endsWith(ending)).toList();
        }
    }

    private void deploy(Path jar) throws IOException {
        Path target = home.resolve("providers").resolve(fileName(jar));
        // `start --optimized` refuses to start when a provider's time stamp is newer than the build.
        if (!Files.exists(target) || Files.mismatch(jar, target) != -1) {
            Files.copy(jar, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void requireUnpacked(Path pristine) {
        if (!Files.isRegularFile(pristine.resolve("bin/kc.sh"))) {
            throw new LaunchException("There is no Keycloak distribution at " + pristine
                    + "; Maven unpacks it there in the launcher module");
        }
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }
}
