package org.keysteward.audit.integrity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.MalformedException;

/** An anchor in a file, which is read again for each kind of statement and never kept. */
final class AnchorFile implements Anchor {
    /** A line of an anchor that cannot be read. */
    static final class UnreadableException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UnreadableException(long line, MalformedException cause) {
            super("line " + line + ": " + cause.getMessage(), cause);
        }
    }

    private final Supplier<InputStream> file;

    AnchorFile(Supplier<InputStream> file) {
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
                var line = lines.next();
                if (line.isEmpty()) {
                    return null;
                }
                return switch (new Members("line", line.get()).text("kind")) {
                    case Checkpoint.TYPE -> Signed.checkpoint(line.get());
                    case RetentionCheckpoint.TYPE -> Signed.retention(line.get());
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
