package org.keysteward.it.harness;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps at most one deployment running: two cores and a few gigabytes must do. */
final class Servers implements AutoCloseable {
    /** Another deployment for one option would cost a start; nothing else notices it. */
    private static final String METRICS_PER_TENANT = "--spi-keysteward--tenants--metrics-per-tenant=true";

    /** Scheduled work is waited for in many a test. */
    private static final String LEASE_POLL = "--spi-keysteward--kernel--lease-poll-seconds=1";

    private static final String ANCHOR = "--spi-keysteward--audit--anchor-file=";

    private final Platform platform = Platform.selected();
    private final NameServer nameServer = NameServer.reachableFrom(platform);
    private @Nullable Deployment running;

    /** Returns a deployment for the needs; starts it, and stops the one before, when it has to. */
    Deployment provide(Needs needs) {
        Deployment current = running;
        if (current == null || !current.canServe(needs)) {
            stop();
            current = Deployment.start(
                    platform,
                    needs,
                    List.of(nameServer.serverOption(), METRICS_PER_TENANT, LEASE_POLL, ANCHOR + anchor()));
            running = current;
        }
        current.growTo(needs.nodes());
        return current;
    }

    NameServer nameServer() {
        return nameServer;
    }

    Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        stop();
        nameServer.close();
        platform.close();
    }

    /** Each deployment has chains of its own; what an earlier one has left there is of other realms. */
    private static Path anchor() {
        return Settings.DIRECTORY
                .path()
                .resolve("it-databases/audit-anchor.jsonl")
                .toAbsolutePath();
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
