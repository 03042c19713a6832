package org.keysteward.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A running Keycloak. It ends with {@link #close()}, and with this program however that ends.
 *
 * <pre>{@code
 * try (KeycloakServer server = KeycloakServer.start(distribution, ServerOptions.on(8080, log)).awaitReady()) {
 *     server.awaitExit();
 * }
 * }</pre>
 */
public final class KeycloakServer implements AutoCloseable {
    private static final Duration READY_POLL = Duration.ofMillis(100);
    private static final int POLL_TIMEOUT_MILLIS = 2_000;
    private static final int LOG_LINES_SHOWN = 40;

    private final ServerOptions options;
    private final GuardedProcess process;
    private final ServerLog log;
    private final long startedNanos = System.nanoTime();

    private KeycloakServer(ServerOptions options, GuardedProcess process, ServerLog log) {
        this.options = options;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts a server from a distribution that has been built, and returns at once.
     *
     * @throws LaunchException when a port is taken
     */
    public static KeycloakServer start(Distribution distribution, ServerOptions options) {
        requireFree(options.port());
        requireFree(options.managementPort());
        ServerLog log = ServerLog.emptied(options.log());
        GuardedProcess process = GuardedProcess.start(
                distribution.command(options.startArguments()),
                options.startEnvironment(),
                distribution.home(),
                options.log());
        return new KeycloakServer(options, process, log);
    }

    /**
     * Waits until the server answers that it is ready.
     *
     * @throws LaunchException with the end of the log, when the server dies or is not ready in time; it is stopped
     */
    public KeycloakServer awaitReady() {
        long deadline = System.nanoTime() + options.readyWithin().toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw failed("Keycloak stopped while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw failed(
                        "Keycloak was not ready after " + options.readyWithin().toSeconds() + " s");
            }
            pause();
        }
        return this;
    }

    /** Blocks until the server has ended by itself or was closed, and returns its exit status. */
    public int awaitExit() throws InterruptedException {
        return process.awaitExit();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public URI url() {
        return URI.create("http://localhost:" + options.port());
    }

    public URI managementUrl() {
        return URI.create("http://127.0.0.1:" + options.managementPort());
    }

    public Path log() {
        return log.file();
    }

    public String lastLogLines() {
        return log.lastLines(LOG_LINES_SHOWN);
    }

    public Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** The Java process of the server, when it is there: not the shell that {@code kc.sh} is. */
    public Optional<ProcessHandle> javaProcess() {
        return process.processes()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"))
                .findFirst();
    }

    /** Stops the server and every process that it has started; returns when they are gone. */
    @Override
    public void close() {
        process.close();
    }

    private boolean isReady() {
        try {
            URL ready = managementUrl().resolve("/health/ready").toURL();
            HttpURLConnection connection = (HttpURLConnection) ready.openConnection();
            connection.setConnectTimeout(POLL_TIMEOUT_MILLIS);
            connection.setReadTimeout(POLL_TIMEOUT_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private LaunchException failed(String what) {
        close();
        return new LaunchException("%s. The log is %s and ends with:%n%s".formatted(what, log.file(), lastLogLines()));
    }

    private void pause() {
        try {
            Thread.sleep(READY_POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new LaunchException("The start of Keycloak was interrupted", e);
        }
    }

    private static void requireFree(int port) {
        if (!Ports.isFree(port)) {
            throw new LaunchException("Port " + port + " is taken; stop what listens there or choose another port");
        }
    }
}
