package org.keysteward.audit.keycloak;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.OrganizationModel;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.AuditEntry;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.kernel.keycloak.TenantDirectory;

/** Places and releases legal holds. */
final class Holds {
    private final ApiRequest request;
    private final AuditFactory audit;
    private final String realm;

    Holds(ApiRequest request) {
        this.request = request;
        this.audit = AuditFactory.of(request.session());
        this.realm = request.realm().getId();
    }

    HoldRows.Hold place(String type, String named, String reason) {
        var subject = type.equals(HoldRows.TENANT) ? tenant(named) : person(named);
        var hold = new HoldRows.Hold(
                audit.ids().next().toString(),
                type,
                subject,
                reason,
                request.actor().id(),
                request.clock().millis(),
                null,
                null,
                0);
        Sql.in(request.session(), sql -> {
            // INVARIANT: what is expiring or being erased at this moment has either gone or is kept.
            lock(sql);
            new HoldRows(sql, realm).insert(hold);
            return hold;
        });
        record(
                "hold.placed",
                hold,
                new AuditEntry.Change("/subjectType", null, type),
                new AuditEntry.Change("/subjectId", null, subject),
                new AuditEntry.Change("/reason", null, reason));
        return hold;
    }

    HoldRows.Hold release(HoldRows.Hold hold, String reason) {
        if (!hold.isActive()) {
            throw AuditProblems.holdIsReleased();
        }
        var released = Sql.in(
                request.session(),
                sql -> new HoldRows(sql, realm)
                        .release(hold, request.actor().id(), request.clock().millis()));
        if (!released) {
            throw AuditProblems.holdIsReleased();
        }
        record(
                "hold.released",
                hold,
                new AuditEntry.Change("/subjectType", hold.type(), null),
                new AuditEntry.Change("/subjectId", hold.subject(), null),
                new AuditEntry.Change("/releaseReason", null, reason));
        return existing(hold.id());
    }

    HoldRows.Hold existing(String id) {
        return Sql.in(request.session(), sql -> new HoldRows(sql, realm).find(id))
                .orElseThrow(AuditProblems::unknownHold);
    }

    List<HoldRows.Hold> before(String id, int count) {
        return Sql.in(request.session(), sql -> new HoldRows(sql, realm).before(id, count));
    }

    /** The alias of a tenant that is held, while there is one. */
    @Nullable String alias(HoldRows.Hold hold) {
        return hold.type().equals(HoldRows.TENANT)
                ? organization(hold.subject()).map(OrganizationModel::getAlias).orElse(null)
                : null;
    }

    private String tenant(String alias) {
        return new TenantDirectory(request.session())
                .byAlias(alias)
                .map(OrganizationModel::getId)
                .orElseThrow(() -> AuditProblems.unknownSubject("There is no tenant with this alias."));
    }

    /** Somebody who has an account, or of whom there are records although the account is gone. */
    private String person(String id) {
        var known = request.session().users().getUserById(request.realm(), id) != null
                || Sql.in(
                        request.session(),
                        sql -> !sql.list(
                                        "select 1 from KS_AUDIT_PERSON where REALM_ID = ? and PERSON_ID = ?",
                                        row -> 1,
                                        realm,
                                        id)
                                .isEmpty());
        if (!known) {
            throw AuditProblems.unknownSubject("Neither is there a user with this id, nor are there records of one.");
        }
        return id;
    }

    private Optional<OrganizationModel> organization(String id) {
        return request.realm().isOrganizationsEnabled()
                ? Optional.ofNullable(request.session()
                        .getProvider(OrganizationProvider.class)
                        .getById(id))
                : Optional.empty();
    }

    private void lock(Sql sql) throws SQLException {
        ChainRow.lock(
                sql, request.session(), realm, audit.keys(), request.clock().instant());
    }

    /** Not a record of the tenant: whoever is held need not learn of it. */
    private void record(String action, HoldRows.Hold hold, AuditEntry.Change... changes) {
        request.record(new AuditEntry(
                AuditEntry.Category.COMPLIANCE,
                action,
                request.actor(),
                null,
                new AuditEntry.Target("hold", hold.id()),
                AuditEntry.Outcome.SUCCESS,
                List.of(changes)));
    }
}
