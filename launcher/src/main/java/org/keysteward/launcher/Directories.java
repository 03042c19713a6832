package org.keysteward.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.stream.Stream;

/** Copies and deletes whole directories. */
final class Directories {
    /** The server's libraries, nearly all of its size: nothing ever writes to them, so they are linked. */
    private static final Path LIBRARIES = Path.of("lib", "lib");

    private Directories() {}

    /** Copies a Keycloak directory with its file modes; {@code target} appears complete or not at all. */
    static void copy(Path source, Path target) throws IOException {
        Path unfinished = target.resolveSibling(target.getFileName() + ".unfinished");
        delete(unfinished);
        Files.createDirectories(unfinished);
        Files.walkFileTree(source, new Copying(source, unfinished));
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path source;
        private final Path target;

        Copying(Path source, Path target) {
            this.source = source;
            this.target = target;
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
            } catch (IOException | UnsupportedOperationException notHere) {
                return false;
            }
        }
    }
}
