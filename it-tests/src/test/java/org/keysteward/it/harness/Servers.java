package org.keysteward.it.harness;

import org.jspecify.annotations.Nullable;

/** Keeps at most one deployment running: two cores and a few gigabytes must do. */
final class Servers implements AutoCloseable {
    private final Platform platform = Platform.selected();
    private @Nullable Deployment running;

    /** Returns a deployment for the needs; starts it, and stops the one before, when it has to. */
    Deployment provide(Needs needs) {
        Deployment current = running;
        if (current == null || !current.canServe(needs)) {
            stop();
            current = Deployment.start(platform, needs);
            running = current;
        }
        current.growTo(needs.nodes());
        return current;
    }

    Platform platform() {
        return platform;
    }

    @Override
    public void close() {
        stop();
        platform.close();
    }

    private void stop() {
        if (running != null) {
            running.close();
            running = null;
        }
    }
}
