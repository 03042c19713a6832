package org.keysteward.it.harness;

import java.util.List;

/** Where servers and databases come from. */
interface Platform extends AutoCloseable {
    /** Containers with {@code -Dit.docker}, processes of this machine otherwise. */
    static Platform selected() {
        return Settings.DOCKER.isOn() ? new DockerPlatform() : new LocalPlatform();
    }

    /** Makes an empty database. */
    Database startDatabase(DatabaseEngine engine);

    /**
     * Starts a server with the bundle and the probe, and waits until it is ready.
     *
     * @param number 1 for the first node of the deployment
     * @param serverOptions further options of {@code kc.sh start}
     */
    Node startNode(int number, Database database, List<String> serverOptions);

    /** The name or address under which a node reaches a port that this program listens on. */
    String hostSeenFromNodes(int port);

    @Override
    void close();
}
