package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What was signed, written also where whoever can write to the database cannot: into the log, and into a file if there is
 * one. Whoever cuts off the end of a chain, checkpoints and all, is found out by it.
 */
final class AnchorWriter {
    private static final Logger ANCHOR = Logger.getLogger("org.keysteward.audit.anchor");

    private final @Nullable Path file;

    AnchorWriter(@Nullable Path file) {
        this.file = file;
    }

    @Nullable Path file() {
        return file;
    }

    /** On disk when it returns. The same line may be written twice: a node may die behind it. */
    void write(List<CheckpointRows.Unanchored> signed) {
        var lines = signed.stream().map(AnchorWriter::line).toList();
        if (file != null && !lines.isEmpty()) {
            try {
                DurableFile.append(file, "\n" + String.join("\n", lines) + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("The audit anchor cannot be written: " + file, e);
            }
        }
        lines.forEach(ANCHOR::info);
    }

    static String line(CheckpointRows.Unanchored signed) {
        return "{\"kind\":\"" + signed.kind() + "\",\"checkpoint\":" + signed.body() + ",\"signature\":\""
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signed.signature()) + "\"}";
    }
}
