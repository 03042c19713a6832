package org.keysteward.tenants.keycloak;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.jpa.entities.OrganizationInvitationEntity;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.KernelFactory;
import org.keysteward.kernel.keycloak.ProblemException;
import org.keysteward.kernel.keycloak.Rows;

/** Reads a tenant's invitations, by address. */
final class InvitationQuery {
    private static final String ROWS = "select i, v from OrganizationInvitationEntity i"
            + " left join InvitationEntity v on v.id = i.id where i.organizationId = :tenant";

    /** What is asked for; null for anything. */
    record Filter(@Nullable String state, @Nullable String search) {
        private static final int MAX_SEARCH = 255;

        static Filter of(@Nullable String state, @Nullable String search) {
            var errors = new FieldErrors();
            if (state != null && !state.equals("pending") && !state.equals("expired")) {
                errors.add("?state", "A state is pending or expired.");
            }
            if (search != null && search.length() > MAX_SEARCH) {
                errors.add("?search", "At most " + MAX_SEARCH + " characters can be searched for.");
            }
            errors.problem().ifPresent(problem -> {
                throw new ProblemException(problem);
            });
            return new Filter(state, search == null || search.isBlank() ? null : search.strip());
        }

        private String condition() {
            var states = state == null
                    ? ""
                    : state.equals("pending") ? " and i.expiresAt > :now" : " and i.expiresAt <= :now";
            return states + (search == null ? "" : " and lower(i.email) like :search escape '!'");
        }
    }

    private final EntityManager entityManager;
    private final Clock clock;
    private final String tenantId;

    InvitationQuery(KeycloakSession session, String tenantId) {
        this.entityManager = Rows.entityManager(session);
        this.clock = KernelFactory.of(session).clock();
        this.tenantId = tenantId;
    }

    List<InvitationView> page(Filter filter, String after, int count) {
        var query = entityManager
                .createQuery(
                        ROWS + filter.condition() + " and concat(i.email, ' ', i.id) > :after"
                                + " order by concat(i.email, ' ', i.id)",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(count);
        if (filter.state() != null) {
            query.setParameter("now", (int) clock.instant().getEpochSecond());
        }
        if (filter.search() != null) {
            query.setParameter("search", TenantQuery.pattern(filter.search()));
        }
        return views(query);
    }

    static String position(InvitationView view) {
        return view.email() + " " + view.id();
    }

    Optional<InvitationView> one(String id) {
        return views(entityManager
                        .createQuery(ROWS + " and i.id = :id", Object[].class)
                        .setParameter("id", id))
                .stream()
                .findFirst();
    }

    private List<InvitationView> views(TypedQuery<Object[]> query) {
        return query.setParameter("tenant", tenantId).getResultList().stream()
                .map(row -> view((OrganizationInvitationEntity) row[0], (InvitationEntity) row[1]))
                .toList();
    }

    private InvitationView view(OrganizationInvitationEntity invitation, @Nullable InvitationEntity ours) {
        return new InvitationView(
                invitation.getId(),
                invitation.getEmail(),
                invitation.getFirstName(),
                invitation.getLastName(),
                (ours == null ? InvitedRole.MEMBER : ours.role()).key(),
                invitation.getExpiresAt() > clock.instant().getEpochSecond() ? "pending" : "expired",
                ours == null
                        ? InvitationEntity.Mail.SENT.name().toLowerCase(Locale.ROOT)
                        : ours.mail().toLowerCase(Locale.ROOT),
                ours == null ? null : ours.invitedBy(),
                Instant.ofEpochSecond(invitation.getCreatedAt()).toString(),
                Instant.ofEpochSecond(invitation.getExpiresAt()).toString());
    }
}
