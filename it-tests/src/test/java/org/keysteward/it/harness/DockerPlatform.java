package org.keysteward.it.harness;

import java.io.File;
import java.util.List;
import org.testcontainers.Testcontainers;
import org.testcontainers.containers.Network;

/** Keycloak's own image and PostgreSQL's, with Testcontainers: {@code -Dit.docker}. */
final class DockerPlatform implements Platform {
    private final Network network = Network.newNetwork();

    @Override
    public Database startDatabase(DatabaseEngine engine) {
        return switch (engine) {
            case POSTGRESQL -> PostgresqlContainer.startedOn(network);
            case H2 -> new EmbeddedH2();
        };
    }

    @Override
    public Node startNode(int number, Database database, List<String> serverOptions) {
        return KeycloakNodeContainer.startedOn(network, number, database, serverOptions, providers());
    }

    @Override
    public String hostSeenFromNodes(int port) {
        Testcontainers.exposeHostPorts(port);
        return "host.testcontainers.internal";
    }

    @Override
    public void close() {
        network.close();
    }

    private static List<File> providers() {
        return List.of(Settings.BUNDLE.path().toFile(), Settings.PROBE.path().toFile());
    }
}
