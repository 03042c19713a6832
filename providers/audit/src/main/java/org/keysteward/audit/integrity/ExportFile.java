package org.keysteward.audit.integrity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.keysteward.kernel.json.MalformedException;

/** An archive that is read back. */
public final class ExportFile {
    private ExportFile() {}

    /**
     * Verifies it as {@code audit-verify} does, without an anchor.
     *
     * @param archive JSON lines, compressed with gzip
     * @param keys those that checkpoints may be signed with
     * @throws MalformedException where it is not one
     */
    public static Report verify(Path archive, VerificationKeys keys) throws IOException, MalformedException {
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 64 * 1024)) {
            var lines = new LineReader(in);
            var header = lines.next().orElseThrow(() -> new MalformedException("The file is empty."));
            return Export.behind(header, lines).verify(Optional.of(keys), Anchor.NONE);
        }
    }
}
