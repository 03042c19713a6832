package org.keysteward.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the nodes have logged since a moment, so that a failed test shows its own lines only. */
final class FailureEvidence {
    private final Map<Keycloak, Long> logSizes = new LinkedHashMap<>();

    private FailureEvidence(Cluster cluster) {
        cluster.nodes().forEach(node -> logSizes.put(node, size(node.log())));
    }

    /** Begins to watch, before a test. */
    static FailureEvidence since(Cluster cluster) {
        return new FailureEvidence(cluster);
    }

    /** Copies the lines that each node has written meanwhile. */
    void keepIn(Path directory) {
        logSizes.forEach((node, from) -> copy(node.log(), from, directory.resolve("node" + node.number() + ".log")));
    }

    private static void copy(Path log, long from, Path target) {
        try (FileChannel source = FileChannel.open(log);
                FileChannel kept = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            source.transferTo(from, source.size() - from, kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path log) {
        try {
            return Files.size(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
