package org.keysteward.audit.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** An anchor in a file, which is read again for each kind of statement and never kept. */
public final class AnchorFile implements Anchor {
    /** A line of an anchor that cannot be read. */
    public static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(long line, MalformedException cause) {
            super("line " + line + ": " + cause.getMessage(), cause);
        }
    }

    private final Supplier<InputStream> file;

    /** @param file opens it; whoever gives it closes what was opened */
    public AnchorFile(Supplier<InputStream> file) {
        this.file = file;
    }

    @Override
    public Iterator<Signed<?>> statements() {
        return new Lines(new LineReader(file.get()));
    }

    private static final class Lines implements Iterator<Signed<?>> {
        private final LineReader lines;
        private @Nullable Signed<?> next;

        Lines(LineReader lines) {
            this.lines = lines;
            this.next = read();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public Signed<?> next() {
            var signed = next;
            if (signed == null) {
                throw new NoSuchElementException();
            }
            next = read();
            return signed;
        }

        private @Nullable Signed<?> read() {
            try {
                var bytes = lines.bytes();
                // The server begins each line anew, so that one that a crash has torn does not spoil the next.
                while (bytes.isPresent() && bytes.get().length == 0) {
                    bytes = lines.bytes();
                }
                if (bytes.isEmpty()) {
                    return null;
                }
                var line = Json.object(bytes.get());
                return switch (new Members("line", line).text("kind")) {
                    case Checkpoint.TYPE -> Signed.checkpoint(line);
                    case RetentionCheckpoint.TYPE -> Signed.retention(line);
                    default ->
                        throw new MalformedException("An anchor has checkpoints and retention checkpoints alone.");
                };
            } catch (MalformedException e) {
                throw new UnreadableException(lines.number(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
