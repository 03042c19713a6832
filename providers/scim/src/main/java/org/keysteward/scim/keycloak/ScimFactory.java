package org.keysteward.scim.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.TimerProvider;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.ServerOption;
import org.keysteward.kernel.keycloak.Capability;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.scim.ScimPermissions;

/** The capability: provisioning by SCIM 2.0. */
public final class ScimFactory implements CapabilityFactory {
    public static final String ID = "scim";

    private static final ServerOption.WholeNumber MAX_PAYLOAD = new ServerOption.WholeNumber(
            "max-payload-bytes", "The largest SCIM request body, in bytes.", 4_194_304, 65_536, 10_485_760);

    private static final Duration HEALTH_EVERY = Duration.ofSeconds(5);

    private final HealthNotes health = new HealthNotes();
    private final Rates rates = new Rates();
    private final UserTypes userTypes = new UserTypes();
    private int maxPayloadBytes = MAX_PAYLOAD.defaultValue();

    static ScimFactory of(KeycloakSession session) {
        if (session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID) instanceof ScimFactory scim) {
            return scim;
        }
        throw new IllegalStateException("SCIM is switched off");
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ServerOption> options() {
        return List.of(MAX_PAYLOAD);
    }

    @Override
    public Set<Permission> permissions() {
        return ScimPermissions.ALL;
    }

    @Override
    public Map<String, String> clientScopes() {
        return Map.of(ScimResource.TOKEN_SCOPE, "Provision users and groups");
    }

    @Override
    public void init(Config.Scope config) {
        maxPayloadBytes = MAX_PAYLOAD.valueOf(config.getInt(MAX_PAYLOAD.key()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ModelListener());
    }

    /** What every node does for itself. */
    @Override
    public void start(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(
                factory,
                session -> session.getProvider(TimerProvider.class)
                        .schedule(() -> health.write(factory), HEALTH_EVERY.toMillis(), "keysteward-scim-health"));
    }

    HealthNotes health() {
        return health;
    }

    Rates rates() {
        return rates;
    }

    UserTypes userTypes() {
        return userTypes;
    }

    int maxPayloadBytes() {
        return maxPayloadBytes;
    }
}
