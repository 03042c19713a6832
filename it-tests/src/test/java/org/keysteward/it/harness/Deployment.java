package org.keysteward.it.harness;

import java.util.ArrayList;
import java.util.List;

/** One database and the nodes that run on it. */
final class Deployment implements AutoCloseable {
    private final Platform platform;
    private final Needs needs;
    private final List<String> commonOptions;
    private final Database database;
    private final List<Keycloak> nodes = new ArrayList<>();

    private Deployment(Platform platform, Needs needs, List<String> commonOptions, Database database) {
        this.platform = platform;
        this.needs = needs;
        this.commonOptions = commonOptions;
        this.database = database;
    }

    static Deployment start(Platform platform, Needs needs, List<String> commonOptions) {
        Deployment deployment = new Deployment(platform, needs, commonOptions, platform.startDatabase(needs.engine()));
        try {
            deployment.growTo(needs.nodes());
        } catch (RuntimeException failed) {
            deployment.close();
            throw failed;
        }
        return deployment;
    }

    boolean canServe(Needs others) {
        return needs.canShareDeploymentWith(others);
    }

    void growTo(int count) {
        boolean grown = false;
        while (nodes.size() < count) {
            int number = nodes.size() + 1;
            nodes.add(new Keycloak(number, platform.startNode(number, database, serverOptions())));
            grown = true;
        }
        if (grown && count > 1) {
            cluster().awaitView();
        }
    }

    /** Every node calls itself like the first one, as behind a proxy: a token of one is good at the other. */
    private List<String> serverOptions() {
        List<String> options = new ArrayList<>(commonOptions);
        options.addAll(needs.serverOptions());
        if (!nodes.isEmpty()) {
            options.add("--hostname=" + nodes.get(0).url());
        }
        return options;
    }

    Cluster cluster() {
        return new Cluster(nodes);
    }

    Database database() {
        return database;
    }

    /** Stops the last node first: the others still run when it says goodbye. */
    @Override
    public void close() {
        for (int last = nodes.size() - 1; last >= 0; last--) {
            nodes.get(last).stop();
        }
        database.close();
    }
}
