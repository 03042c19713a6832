package org.keysteward.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A command that ends when it is closed and when this program is gone, even when this program was killed with
 * SIGKILL: see {@code guard.sh}.
 */
final class GuardedProcess implements AutoCloseable {
    /** How long a server may take to stop in good order before it is killed. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Process guard;
    private final Duration grace;

    private GuardedProcess(Process guard, Duration grace) {
        this.guard = guard;
        this.grace = grace;
    }

    static GuardedProcess start(List<String> command, Map<String, String> environment, Path directory, Path log) {
        return start(command, environment, directory, log, GRACE);
    }

    static GuardedProcess start(
            List<String> command, Map<String, String> environment, Path directory, Path log, Duration grace) {
        List<String> guarded =
                new ArrayList<>(List.of("sh", "-c", guardScript(), "guard.sh", String.valueOf(grace.toSeconds())));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            return new GuardedProcess(builder.start(), grace);
        } catch (IOException e) {
            throw new LaunchException("Could not run " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Blocks until the command has ended and returns its exit status. */
    int awaitExit() throws InterruptedException {
        return guard.waitFor();
    }

    Stream<ProcessHandle> processes() {
        return guard.descendants();
    }

    /** Ends the command and everything it has started; returns when all of it is gone. */
    @Override
    public void close() {
        List<ProcessHandle> started = processes().toList();
        closeGuardPipe();
        if (!endsWithin(grace.plusSeconds(5))) {
            guard.destroyForcibly();
        }
        // The guard has killed them already; this is for the case that somebody killed the guard.
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private void closeGuardPipe() {
        try {
            guard.getOutputStream().close();
        } catch (IOException e) {
            guard.destroy();
        }
    }

    private boolean endsWithin(Duration limit) {
        try {
            return guard.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String guardScript() {
        try (InputStream script = GuardedProcess.class.getResourceAsStream("guard.sh")) {
            if (script == null) {
                throw new IllegalStateException("guard.sh is missing from the class path");
            }
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
