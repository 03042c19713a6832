package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.UserModel;
import org.keysteward.kernel.Actor;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.AuditTrailProvider;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.Rows;
import org.keysteward.kernel.keycloak.TenantDirectory;
import org.keysteward.tenants.Limit;
import org.keysteward.tenants.Reservation;
import org.keysteward.tenants.SeatWarning;

/**
 * Seats of tenants. Whoever takes one first takes the tenant's lock; then it counts Keycloak's own rows, its own among
 * them. There is no counter: Keycloak deletes users in bulk and tells nobody.
 */
final class Seats {
    private static final String COUNTS = "select " + MembershipRows.COUNT + ", " + MembershipRows.PENDING_BUT_FOR
            + " from OrganizationEntity o where o.id = :tenant";

    private final KeycloakSession session;
    private final EntityManager entityManager;
    private final Clock clock;

    Seats(KeycloakSession session) {
        this.session = session;
        this.entityManager = Rows.entityManager(session);
        this.clock = KernelFactory.of(session).clock();
    }

    /** Decides on a membership whose row is there already. */
    Reservation forMember(OrganizationModel organization, UserModel user) {
        var held = new LicenseLock(session).take(organization.getId());
        if (held.license().limits().of(Limit.SEATS).isEmpty()) {
            return held.license().reserve(Limit.SEATS, 0, clock.instant());
        }
        var others = used(held, organization, user.getEmail()) - 1;
        var reservation = held.license().reserve(Limit.SEATS, others, clock.instant());
        if (reservation instanceof Reservation.Granted) {
            taken(organization, held, others + 1);
        }
        return reservation;
    }

    /** Decides on an invitation that is not there yet; takes the lock. */
    Reservation forInvitation(OrganizationModel organization) {
        var held = new LicenseLock(session).take(organization.getId());
        var pending = Invitations.pending(session, organization.getId());
        var reservation = held.license().reserve(Limit.PENDING_INVITATIONS, pending, clock.instant());
        if (reservation instanceof Reservation.Refused
                || !held.license().invitationsHoldSeats()
                || held.license().limits().of(Limit.SEATS).isEmpty()) {
            return reservation;
        }
        var used = used(held, organization, null);
        var seat = held.license().reserve(Limit.SEATS, used, clock.instant());
        if (seat instanceof Reservation.Granted) {
            taken(organization, held, used + 1);
        }
        return seat;
    }

    /** To be called when a license has changed: warns of what is new, and forgets what no longer holds. */
    void settle(OrganizationModel organization) {
        var held = new LicenseLock(session).take(organization.getId());
        var limit = held.license().limits().of(Limit.SEATS);
        var used = used(held, organization, null);
        var warning = SeatWarning.at(used, limit);
        if (warning.percent() > held.warned()) {
            warn(organization, warning, used, limit.getAsLong());
        } else if (warning.percent() < held.warned()) {
            entityManager
                    .createQuery("update LicenseEntity l set l.warned = :percent, l.warningDue = false"
                            + " where l.tenantId = :tenant")
                    .setParameter("percent", warning.percent())
                    .setParameter("tenant", organization.getId())
                    .executeUpdate();
        }
    }

    /** Members, and the invitations that hold a seat; the one who joins gives up that of their own invitation. */
    private long used(LicenseLock.Held held, OrganizationModel organization, @Nullable String joining) {
        var counts = entityManager
                .createQuery(COUNTS, Object[].class)
                .setParameter("tenant", organization.getId())
                .setParameter("now", (int) clock.instant().getEpochSecond())
                .setParameter("email", joining == null ? "" : joining.toLowerCase(Locale.ROOT))
                .getSingleResult();
        var invited = held.license().invitationsHoldSeats() ? ((Number) counts[1]).longValue() : 0;
        return ((Number) counts[0]).longValue() + invited;
    }

    /** Keeps the day's peak, and has owners warned once for each threshold. */
    private void taken(OrganizationModel organization, LicenseLock.Held held, long used) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toEpochDay();
        if (held.peakDay() != today || held.peak() < used) {
            entityManager
                    .createQuery("update LicenseEntity l set l.peakDay = :day, l.peak = :peak"
                            + " where l.tenantId = :tenant")
                    .setParameter("day", (int) today)
                    .setParameter("peak", (int) used)
                    .setParameter("tenant", organization.getId())
                    .executeUpdate();
        }
        var warning = SeatWarning.at(used, held.license().limits().of(Limit.SEATS));
        if (warning.percent() > held.warned()) {
            warn(
                    organization,
                    warning,
                    used,
                    held.license().limits().of(Limit.SEATS).getAsLong());
        }
    }

    private void warn(OrganizationModel organization, SeatWarning warning, long used, long limit) {
        entityManager
                .createQuery("update LicenseEntity l set l.warned = :percent, l.warningDue = true"
                        + " where l.tenantId = :tenant")
                .setParameter("percent", warning.percent())
                .setParameter("tenant", organization.getId())
                .executeUpdate();
        session.getProvider(AuditTrailProvider.class)
                .record(AuditEntry.changed(
                        "license.seats_warning",
                        new Actor.Server(),
                        TenantDirectory.ref(organization),
                        new AuditEntry.Target("license", organization.getId()),
                        new AuditEntry.Change("/seats", null, used + " of " + limit)));
    }
}
