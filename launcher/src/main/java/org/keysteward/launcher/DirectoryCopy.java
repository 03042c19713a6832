package org.keysteward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Copies a Keycloak directory with its file modes. The server's libraries, nearly all of its size, are linked: nothing
 * ever writes to them.
 */
final class DirectoryCopy extends SimpleFileVisitor<Path> {
    private static final Path LIBRARIES = Path.of("lib", "lib");

    private final Path source;
    private final Path target;

    private DirectoryCopy(Path source, Path target) {
        this.source = source;
        this.target = target;
    }

    /** Makes {@code target}; it appears complete or not at all. */
    static void of(Path source, Path target) {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        try {
            delete(unfinished);
            Files.createDirectories(unfinished);
            Files.walkFileTree(source, new DirectoryCopy(source, unfinished));
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        Files.createDirectories(target.resolve(source.relativize(directory)));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path relative = source.relativize(file);
        if (!relative.startsWith(LIBRARIES) || !linked(file, target.resolve(relative))) {
            Files.copy(file, target.resolve(relative), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean linked(Path file, Path link) {
        try {
            Files.createLink(link, file);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
