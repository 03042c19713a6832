package org.keysteward.it.harness;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

/** The nodes of the running deployment. */
public final class Cluster {
    private static final Duration VIEW_WITHIN = Duration.ofSeconds(60);

    private final List<Keycloak> nodes;

    Cluster(List<Keycloak> nodes) {
        this.nodes = List.copyOf(nodes);
    }

    public List<Keycloak> nodes() {
        return nodes;
    }

    /** The node with this number; the first one is 1. */
    public Keycloak node(int number) {
        return nodes.get(number - 1);
    }

    /** Waits until every node sees all of them. */
    void awaitView() {
        await("every node sees " + nodes.size() + " nodes")
                .atMost(VIEW_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    for (Keycloak node : nodes) {
                        int seen = node.clusterSize();
                        if (seen != nodes.size()) {
                            throw new AssertionError("%s sees %d nodes".formatted(node, seen));
                        }
                    }
                });
    }
}
