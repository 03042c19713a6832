package org.keysteward.audit.integrity;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** JSON lines, none of which takes more memory than {@value #MAX_BYTES} bytes. */
final class LineReader {
    static final int MAX_BYTES = 1024 * 1024;

    private final InputStream in;
    private long number;

    LineReader(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** The line that was read last, from 1. */
    long number() {
        return number;
    }

    /**
     * The next line as an object; nothing behind the last.
     *
     * @throws MalformedException where the line is too long, or not a JSON object
     */
    Optional<Map<String, @Nullable Object>> next() throws IOException, MalformedException {
        var line = bytes();
        return line.isEmpty() ? Optional.empty() : Optional.of(Json.object(line.get()));
    }

    /** The next line without its line break; nothing behind the last. */
    Optional<byte[]> bytes() throws IOException, MalformedException {
        var line = new ByteArrayOutputStream(1024);
        number++;
        for (var read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
            }
            if (line.size() == MAX_BYTES) {
                throw new MalformedException("More than " + MAX_BYTES + " bytes.");
            }
            line.write(read);
        }
        return Optional.of(line.toByteArray());
    }
}
