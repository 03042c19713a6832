package org.keysteward.it.harness;

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
    public void close() {
        server.close();
    }
}
