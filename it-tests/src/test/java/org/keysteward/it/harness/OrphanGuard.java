package org.keysteward.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Ends a process that this program has started but that is not its child, when this program is gone. The guard is a
 * shell that waits at a pipe: the operating system closes it even when this program is killed with SIGKILL.
 */
final class OrphanGuard implements AutoCloseable {
    private static final String SCRIPT =
            "trap : INT HUP; while read -r line; do :; done; kill -QUIT \"$1\" 2>/dev/null";

    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    static OrphanGuard of(long processId) {
        try {
            return new OrphanGuard(new ProcessBuilder("sh", "-c", SCRIPT, "guard", String.valueOf(processId)).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the process be; to be called when it has ended. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
