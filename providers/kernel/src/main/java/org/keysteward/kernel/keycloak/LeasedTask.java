package org.keysteward.kernel.keycloak;

import java.time.Duration;
import java.util.function.Consumer;
import org.keycloak.models.KeycloakSessionFactory;

/**
 * Work that runs once in the cluster at each interval. It opens transactions of its own, and survives being stopped
 * half way.
 *
 * @param name unique in the bundle; the lease row's key
 */
public record LeasedTask(String name, Duration every, Consumer<KeycloakSessionFactory> work) {
    public LeasedTask {
        if (name.length() > LeaseEntity.NAME_LENGTH) {
            throw new IllegalArgumentException("Lease name too long: " + name);
        }
    }
}
