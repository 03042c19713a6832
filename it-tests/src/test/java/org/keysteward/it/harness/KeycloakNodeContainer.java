package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.keysteward.launcher.AuditKeys;
import org.keysteward.launcher.ServerOptions;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.output.OutputFrame;

/** A Keycloak in a container, built at its start with the options and providers that it is given. */
record KeycloakNodeContainer(KeycloakContainer container, Path log) implements Node {
    private static final String IMAGE = "quay.io/keycloak/keycloak:";
    private static final int HTTP_PORT = 8080;
    private static final int MANAGEMENT_PORT = 9000;

    static KeycloakNodeContainer startedOn(
            Network network, int number, Database database, List<String> serverOptions, List<File> providers) {
        Path log = TestLogs.emptyLogOfServer(database.engine().vendor() + "-node" + number);
        KeycloakContainer container = new KeycloakContainer(IMAGE + Settings.KEYCLOAK_VERSION.text())
                .withNetwork(network)
                .withProductionMode()
                .withEnabledMetrics()
                .withAdminUsername(ServerOptions.ADMINISTRATOR)
                .withAdminPassword(ServerOptions.ADMINISTRATOR_PASSWORD)
                .withProviderLibsFrom(providers)
                .withEnv(
                        "KC_SPI_KEYSTEWARD__AUDIT__KEYS",
                        AuditKeys.in(Settings.DIRECTORY.path(), Settings.BUNDLE.path())
                                .text())
                .withCustomCommand("--db=" + database.engine().vendor())
                .withCustomCommand("--http-enabled=true")
                .withCustomCommand("--hostname-strict=false")
                .withLogConsumer(frame -> append(frame, log));
        if (database.engine() == DatabaseEngine.H2) {
            container.withCustomCommand("--cache=local");
        }
        database.serverOptions().forEach(container::withCustomCommand);
        serverOptions.forEach(container::withCustomCommand);
        container.start();
        return new KeycloakNodeContainer(container, log);
    }

    @Override
    public URI url() {
        return mapped(HTTP_PORT);
    }

    @Override
    public URI managementUrl() {
        return mapped(MANAGEMENT_PORT);
    }

    @Override
    public void freeze() {
        container
                .getDockerClient()
                .pauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void thaw() {
        container
                .getDockerClient()
                .unpauseContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public void close() {
        container.close();
    }

    private URI mapped(int port) {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
    }

    private static void append(OutputFrame frame, Path log) {
        try {
            Files.writeString(log, frame.getUtf8String(), UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
