package org.keysteward.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import org.keysteward.launcher.KeycloakServer;

/** A server process of this machine. */
record LocalNode(KeycloakServer server) implements Node {
    @Override
    public URI url() {
        return server.url();
    }

    @Override
    public URI managementUrl() {
        return server.managementUrl();
    }

    @Override
    public Path log() {
        return server.log();
    }

    @Override
    public void freeze() {
        signal("STOP");
    }

    @Override
    public void thaw() {
        signal("CONT");
    }

    private void signal(String name) {
        long pid = server.javaProcess().orElseThrow().pid();
        try {
            int refused = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (refused != 0) {
                throw new IllegalStateException("The server's process takes no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
