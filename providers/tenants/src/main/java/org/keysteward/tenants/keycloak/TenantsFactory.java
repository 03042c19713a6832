package org.keysteward.tenants.keycloak;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.timer.TimerProvider;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.ServerOption;
import org.keysteward.kernel.keycloak.Capability;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.LeasedTask;
import org.keysteward.kernel.keycloak.RealmSnapshots;
import org.keysteward.tenants.TenantPermissions;

/** The capability: tenants that a license limits. */
public final class TenantsFactory implements CapabilityFactory {
    public static final String ID = "tenants";

    private static final Logger LOG = Logger.getLogger(TenantsFactory.class);
    private static final Duration METRICS_EVERY = Duration.ofMinutes(1);
    private static final Duration SIGN_INS_EVERY = Duration.ofSeconds(10);

    private @Nullable RealmSnapshots<SuspendedMembers> suspendedMembers;
    private TxtRecords txtRecords = new TxtRecords(TxtRecords.SERVERS.defaultText());
    private TenantMetrics metrics = new TenantMetrics(false);
    private final SignIns signIns = new SignIns();
    private final Mails mails = new Mails();

    static TenantsFactory of(KeycloakSession session) {
        if (session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID)
                instanceof TenantsFactory tenants) {
            return tenants;
        }
        throw new IllegalStateException("Tenants are switched off");
    }

    /** Whether an operator has switched the capability off; what Keycloak loads all the same then stands aside. */
    static boolean isOff(KeycloakSession session) {
        return session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID) == null;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ServerOption> options() {
        return List.of(TxtRecords.SERVERS, TenantMetrics.PER_TENANT);
    }

    @Override
    public void init(Config.Scope config) {
        metrics =
                new TenantMetrics(TenantMetrics.PER_TENANT.valueOf(config.getBoolean(TenantMetrics.PER_TENANT.key())));
        txtRecords = new TxtRecords(TxtRecords.SERVERS.valueOf(config.get(TxtRecords.SERVERS.key())));
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        suspendedMembers = KernelFactory.of(factory).snapshots(SuspendedMembers.SNAPSHOT, SuspendedMembers::read);
        mails.start(factory);
        factory.register(new MembershipListener());
        factory.register(event -> {
            if (event instanceof PostMigrationEvent) {
                KeycloakModelUtils.runJobInTransaction(factory, this::schedule);
            }
        });
    }

    /** What every node does for itself. */
    private void schedule(KeycloakSession session) {
        var factory = session.getKeycloakSessionFactory();
        var timer = session.getProvider(TimerProvider.class);
        timer.schedule(unfailing(() -> signIns.write(factory)), SIGN_INS_EVERY.toMillis(), "keysteward-sign-ins");
        timer.schedule(
                unfailing(() -> metrics.refresh(factory)), METRICS_EVERY.toMillis(), "keysteward-tenant-metrics");
    }

    /** Keycloak's timer does not outlive an exception, and everything scheduled hangs on it. */
    private static Runnable unfailing(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("Scheduled work of tenants failed; it is tried again", e);
            }
        };
    }

    RealmSnapshots<SuspendedMembers> suspendedMembers() {
        if (suspendedMembers == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return suspendedMembers;
    }

    SignIns signIns() {
        return signIns;
    }

    TxtRecords txtRecords() {
        return txtRecords;
    }

    Mails mails() {
        return mails;
    }

    @Override
    public void close() {
        mails.close();
    }

    @Override
    public List<RealmSetting> settings() {
        return List.of(Plans.DEFAULT_PLAN, Plans.PERSONAL_PLAN, Deletions.DAYS, SignedLicenses.ONLY);
    }

    @Override
    public Optional<String> refusal(
            KeycloakSession session, RealmModel realm, RealmSetting setting, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        if (setting.equals(Plans.DEFAULT_PLAN) || setting.equals(Plans.PERSONAL_PLAN)) {
            return new Plans(session).find(value).isPresent()
                    ? Optional.empty()
                    : Optional.of("There is no plan with this key in the realm.");
        }
        if (setting.equals(Deletions.DAYS) && !Deletions.isDays(value)) {
            return Optional.of("Days are " + setting.accepts() + ".");
        }
        if (setting.equals(SignedLicenses.ONLY) && !value.equals("true") && !value.equals("false")) {
            return Optional.of("This is " + setting.accepts() + ".");
        }
        return Optional.empty();
    }

    @Override
    public Set<Permission> permissions() {
        return TenantPermissions.ALL;
    }

    @Override
    public List<LeasedTask> tasks() {
        return List.of(
                new LeasedTask("tenants-sweep", Duration.ofHours(1), TenantsFactory::sweep),
                new LeasedTask("tenants-deletions", Duration.ofSeconds(30), FinalDeletion::run),
                new LeasedTask("tenants-warnings", Duration.ofSeconds(30), SeatWarnings::send),
                new LeasedTask("tenants-usage", Duration.ofHours(1), Usage::keep),
                new LeasedTask("tenants-mails", Duration.ofMinutes(1), factory -> mails.send()),
                new LeasedTask("tenants-owners", Duration.ofSeconds(30), Owners::look),
                new LeasedTask("tenants-enforcement", Duration.ofSeconds(30), Enforcement::followTheClock));
    }

    private static void sweep(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            new Memberships(session).sweep();
            MembershipListener.sweep(session);
        });
    }
}
