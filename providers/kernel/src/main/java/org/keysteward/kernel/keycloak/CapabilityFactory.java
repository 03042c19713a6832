package org.keysteward.kernel.keycloak;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderFactory;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.ServerOption;

/**
 * What a capability brings. Its id is its name, and its server options read {@code spi-keysteward--<id>--<key>};
 * {@code spi-keysteward--<id>--enabled=false} switches it off.
 */
public interface CapabilityFactory extends ProviderFactory<Capability> {
    default List<ServerOption> options() {
        return List.of();
    }

    default List<RealmSetting> settings() {
        return List.of();
    }

    /** Why the value may not be set in the realm, or empty where it may. */
    default Optional<String> refusal(
            KeycloakSession session, RealmModel realm, RealmSetting setting, @Nullable String value) {
        return Optional.empty();
    }

    /** The permissions that its resources ask for. */
    default Set<Permission> permissions() {
        return Set.of();
    }

    /**
     * Client scopes that access tokens need for it, each with what people consent to. They are made in every realm, and
     * assigned to no client.
     */
    default Map<String, String> clientScopes() {
        return Map.of();
    }

    default List<LeasedTask> tasks() {
        return List.of();
    }

    default List<OwnCache> caches() {
        return List.of();
    }

    /**
     * Starts it: its tables are there, and nothing of the bundle runs yet.
     *
     * @throws RuntimeException where the server must not start, with what an operator can do about it
     */
    default void start(KeycloakSessionFactory factory) {}

    @Override
    default Capability create(KeycloakSession session) {
        return new Capability() {};
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}

    @Override
    default List<ProviderConfigProperty> getConfigMetadata() {
        var builder = ProviderConfigurationBuilder.create();
        for (var option : options()) {
            builder.property()
                    .name(option.key())
                    .type(type(option))
                    .helpText(option.help())
                    .defaultValue(option.defaultText())
                    .add();
        }
        return builder.build();
    }

    private static String type(ServerOption option) {
        if (option instanceof ServerOption.Switch) {
            return ProviderConfigProperty.BOOLEAN_TYPE;
        }
        return option instanceof ServerOption.WholeNumber
                ? ProviderConfigProperty.INTEGER_TYPE
                : ProviderConfigProperty.STRING_TYPE;
    }
}
