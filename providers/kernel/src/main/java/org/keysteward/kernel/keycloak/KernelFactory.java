package org.keysteward.kernel.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.connections.infinispan.InfinispanConnectionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderEvent;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.ServerOption;

/** What every capability stands on: started once a node, and asked for by {@link #of}. */
public final class KernelFactory implements CapabilityFactory {
    public static final String ID = "kernel";

    private static final ServerOption.WholeNumber MAX_BODY = new ServerOption.WholeNumber(
            "max-body-bytes", "The largest request body that the API reads, in bytes.", 1_048_576, 1024, 10_485_760);
    private static final ServerOption.WholeNumber LEASE_POLL = new ServerOption.WholeNumber(
            "lease-poll-seconds", "How often a node looks for scheduled work of the cluster, in seconds.", 5, 1, 3600);

    private static final ServerOption.Switch CONSOLE = new ServerOption.Switch(
            "admin-console", "Whether realms that name no admin theme show the console with Keysteward's pages.", true);

    private final Clock clock = Clock.systemUTC();
    private final ClusterMessages messages = new ClusterMessages();
    private final MemberChanges memberChanges = new MemberChanges(messages);
    private final RealmSnapshots<RealmSettings> settings = snapshots("settings", RealmSettings::read);
    private final Map<String, ApiContributionFactory> contributions = new HashMap<>();
    private final List<CapabilityFactory> capabilities = new ArrayList<>();
    private Set<Permission> catalogue = Set.of();
    private int maxBodyBytes = MAX_BODY.defaultValue();
    private Duration leasePoll = Duration.ofSeconds(LEASE_POLL.defaultValue());
    private boolean consolePages = CONSOLE.defaultValue();
    private @Nullable Leases leases;

    public static KernelFactory of(KeycloakSession session) {
        return of(session.getKeycloakSessionFactory());
    }

    public static KernelFactory of(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(Capability.class, ID) instanceof KernelFactory kernel) {
            return kernel;
        }
        throw new IllegalStateException("Keysteward's kernel is switched off");
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ServerOption> options() {
        return List.of(MAX_BODY, LEASE_POLL, CONSOLE);
    }

    @Override
    public List<LeasedTask> tasks() {
        return List.of(Idempotency.sweep(clock));
    }

    @Override
    public List<OwnCache> caches() {
        return List.of(TenantDirectory.CACHE);
    }

    @Override
    public Set<Permission> permissions() {
        return Set.of(SettingsResource.READ, SettingsResource.MANAGE, Permission.TENANT_READ);
    }

    @Override
    public Set<Class<? extends Provider>> dependsOn() {
        return Set.of(InfinispanConnectionProvider.class);
    }

    @Override
    public void init(Config.Scope config) {
        maxBodyBytes = MAX_BODY.valueOf(config.getInt(MAX_BODY.key()));
        leasePoll = Duration.ofSeconds(LEASE_POLL.valueOf(config.getInt(LEASE_POLL.key())));
        consolePages = CONSOLE.valueOf(config.getBoolean(CONSOLE.key()));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        messages.register(MemberChanges.NAME, memberChanges);
        factory.register(event -> on(factory, event));
    }

    public Clock clock() {
        return clock;
    }

    /** Makes a capability's snapshots; to be called once for each name, before the server starts. */
    public <T> RealmSnapshots<T> snapshots(String name, BiFunction<KeycloakSession, RealmModel, T> compile) {
        return snapshots(name, (session, realm, scope, row) -> {
            var revision = Snapshots.revision(session, realm.getId(), row);
            return new SnapshotCompiler.Compiled<>(compile.apply(session, realm), revision);
        });
    }

    /** The same, where a compiler reads the revision itself. */
    public <T> RealmSnapshots<T> snapshots(String name, SnapshotCompiler<T> compiler) {
        return new RealmSnapshots<>(register(name, compiler));
    }

    /** The same of single tenants. */
    public <T> TenantSnapshots<T> tenantSnapshots(String name, SnapshotCompiler<T> compiler) {
        return new TenantSnapshots<>(register(name, compiler));
    }

    /**
     * Makes a capability's memory of members; to be called before the server starts.
     *
     * @param weight how much of it there is; at most some 200,000 are held
     */
    public <T> MemberMemory<T> memberMemory(ToIntFunction<T> weight) {
        var memory = new MemberMemory<>(weight);
        memberChanges.add(memory);
        return memory;
    }

    MemberChanges memberChanges() {
        return memberChanges;
    }

    private <T> Snapshots<T> register(String name, SnapshotCompiler<T> compiler) {
        var made = new Snapshots<>(name, compiler, messages, clock);
        messages.register(name, made);
        return made;
    }

    int maxBodyBytes() {
        return maxBodyBytes;
    }

    boolean showsConsolePages() {
        return consolePages;
    }

    /** The permissions that all capabilities ask for. */
    public Set<Permission> catalogue() {
        return catalogue;
    }

    Map<String, String> allClientScopes() {
        var scopes = new TreeMap<String, String>();
        capabilities.forEach(capability -> scopes.putAll(capability.clientScopes()));
        return scopes;
    }

    RealmSettings settingsOf(KeycloakSession session, RealmModel realm) {
        return settings.of(session, realm);
    }

    void settingsChanged(KeycloakSession session, RealmModel realm) {
        settings.changed(session, realm);
    }

    /** Every setting that some capability declares, with the capability that says what may be set. */
    Map<RealmSetting, CapabilityFactory> declaredSettings() {
        var declared = new HashMap<RealmSetting, CapabilityFactory>();
        capabilities.forEach(capability -> capability.settings().forEach(one -> declared.put(one, capability)));
        return declared;
    }

    @Nullable ApiContributionFactory contribution(
            ApiContributionFactory.Mount mount, String path, ApiContributionFactory.Door door) {
        return Optional.ofNullable(contributions.get(mount + "/" + path))
                .filter(found -> found.doors().contains(door))
                .orElse(null);
    }

    /** The protocol that a path names, in another version than the path does; null where there is none. */
    @Nullable ApiContributionFactory protocol(ApiContributionFactory.Mount mount, String path, ApiContributionFactory.Door door) {
        var name = path.substring(0, path.lastIndexOf('/') + 1);
        return contributions.values().stream()
                .filter(one -> one.mount() == mount && one.path().startsWith(name))
                .filter(one -> one.doors().contains(door))
                .findFirst()
                .orElse(null);
    }

    private void on(KeycloakSessionFactory factory, ProviderEvent event) {
        if (event instanceof PostMigrationEvent) {
            startAll(factory);
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            RealmPreparation.prepare(created.getKeycloakSession(), created.getCreatedRealm());
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            forget(removed.getKeycloakSession(), removed.getRealm());
        }
    }

    private void startAll(KeycloakSessionFactory factory) {
        factory.getProviderFactoriesStream(Capability.class)
                .forEach(capability -> capabilities.add((CapabilityFactory) capability));
        // First, so that a refusal is the last that the log says, and not what was begun meanwhile.
        capabilities.stream().filter(capability -> capability != this).forEach(capability -> capability.start(factory));
        factory.getProviderFactoriesStream(ApiContribution.class)
                .map(ApiContributionFactory.class::cast)
                .filter(contribution -> isOn(contribution.capability()))
                .forEach(this::mount);
        var permissions = new HashSet<Permission>();
        capabilities.forEach(capability -> permissions.addAll(capability.permissions()));
        catalogue = Set.copyOf(permissions);

        var started = new Leases(
                capabilities.stream().flatMap(one -> one.tasks().stream()).toList());
        leases = started;
        RealmPreparation.prepareAll(factory);
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            messages.start(session);
            started.start(session, leasePoll);
            KeycloakModelUtils.suspendJtaTransaction(
                    factory,
                    () -> capabilities.forEach(
                            capability -> capability.caches().forEach(cache -> cache.define(session))));
        });
    }

    private boolean isOn(String capability) {
        return capabilities.stream().anyMatch(one -> one.getId().equals(capability));
    }

    private void mount(ApiContributionFactory contribution) {
        var before = contributions.putIfAbsent(contribution.mount() + "/" + contribution.path(), contribution);
        if (before != null) {
            throw new IllegalStateException("Two contributions are mounted at " + contribution.path());
        }
    }

    private void forget(KeycloakSession session, RealmModel realm) {
        var entityManager = Rows.entityManager(session);
        for (var entity : List.of("SettingEntity", "RevisionEntity", "IdempotencyEntity", "PreparedRealmEntity")) {
            entityManager
                    .createQuery("delete from " + entity + " e where e.realmId = :realm")
                    .setParameter("realm", realm.getId())
                    .executeUpdate();
        }
        messages.forgetRealm(realm.getId());
    }

    @Override
    public void close() {
        messages.close();
        if (leases != null) {
            leases.close();
        }
    }
}
