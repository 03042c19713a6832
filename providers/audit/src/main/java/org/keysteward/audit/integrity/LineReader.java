package org.keysteward.audit.integrity;

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
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
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
        number++;
        if (position == filled && !fill()) {
            return Optional.empty();
        }
        var line = new ByteArrayOutputStream(1024);
        do {
            var start = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, start, position - start);
            if (line.size() > MAX_BYTES) {
                throw new MalformedException("More than " + MAX_BYTES + " bytes.");
            }
        } while (position == filled && fill());
        // Behind the line break; at the end of the file there is none.
        position = Math.min(position + 1, filled);
        return Optional.of(line.toByteArray());
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
