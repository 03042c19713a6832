package org.keysteward.tenants.keycloak;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keysteward.kernel.ServerOption;
import org.keysteward.kernel.keycloak.Rows;

/**
 * Gauges of what the tenants of each realm use, as the last look of the day has kept it; every node shows the same.
 * With one series for each tenant only where an operator wants that many.
 */
final class TenantMetrics {
    static final ServerOption.Switch PER_TENANT = new ServerOption.Switch(
            "metrics-per-tenant",
            "Whether the gauges of seats are shown for each tenant, beside those of each realm.",
            false);

    private static final String REALM = "realm";
    private static final String TENANT = "tenant";

    /** A gauge for each realm or tenant, by its tags. */
    private final MultiGauge tenants = MultiGauge.builder("keysteward.tenants")
            .description("Tenants of the realm")
            .register(Metrics.globalRegistry);

    private final MultiGauge seatsUsed = MultiGauge.builder("keysteward.seats.used")
            .description("Seats that members and pending invitations hold")
            .register(Metrics.globalRegistry);
    private final MultiGauge seatsLimit = MultiGauge.builder("keysteward.seats.limit")
            .description("Seats of tenants that have a limit")
            .register(Metrics.globalRegistry);
    private final MultiGauge tenantSeatsUsed = MultiGauge.builder("keysteward.tenant.seats.used")
            .description("Seats of the tenant that are used")
            .register(Metrics.globalRegistry);
    private final MultiGauge tenantSeatsLimit = MultiGauge.builder("keysteward.tenant.seats.limit")
            .description("Seats that the tenant has; absent for unlimited")
            .register(Metrics.globalRegistry);

    private final boolean perTenant;

    TenantMetrics(boolean perTenant) {
        this.perTenant = perTenant;
    }

    /** Looks again. */
    void refresh(KeycloakSessionFactory factory) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            showRealms(session);
            if (perTenant) {
                showTenants(session);
            }
        });
    }

    private void showRealms(KeycloakSession session) {
        var counts = new ArrayList<MultiGauge.Row<?>>();
        var used = new ArrayList<MultiGauge.Row<?>>();
        var limits = new ArrayList<MultiGauge.Row<?>>();
        for (var row : latest(
                session, "select r.name, count(u.tenantId), sum(u.seatsUsed), sum(u.seatLimit)", " group by r.name")) {
            var tags = Tags.of(REALM, (String) row[0]);
            counts.add(MultiGauge.Row.of(tags, (Number) row[1]));
            used.add(MultiGauge.Row.of(tags, (Number) row[2]));
            limits.add(MultiGauge.Row.of(tags, row[3] == null ? 0 : (Number) row[3]));
        }
        tenants.register(counts, true);
        seatsUsed.register(used, true);
        seatsLimit.register(limits, true);
    }

    private void showTenants(KeycloakSession session) {
        Map<Tags, Number> used = new HashMap<>();
        Map<Tags, Number> limits = new HashMap<>();
        for (var row : latest(session, "select r.name, o.alias, u.seatsUsed, u.seatLimit", "")) {
            var tags = Tags.of(REALM, (String) row[0], TENANT, (String) row[1]);
            used.put(tags, (Number) row[2]);
            if (row[3] != null) {
                limits.put(tags, (Number) row[3]);
            }
        }
        tenantSeatsUsed.register(rows(used), true);
        tenantSeatsLimit.register(rows(limits), true);
    }

    private static List<MultiGauge.Row<?>> rows(Map<Tags, Number> values) {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        values.forEach((tags, value) -> rows.add(MultiGauge.Row.of(tags, value)));
        return rows;
    }

    private static List<Object[]> latest(KeycloakSession session, String selected, String grouped) {
        return Rows.entityManager(session)
                .createQuery(
                        selected + " from UsageEntity u, OrganizationEntity o, RealmEntity r"
                                + " where o.id = u.tenantId and r.id = u.realmId and u.day ="
                                + " (select max(v.day) from UsageEntity v where v.tenantId = u.tenantId)" + grouped,
                        Object[].class)
                .getResultList();
    }
}
