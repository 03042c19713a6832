package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.jpa.entities.UserEntity;
import org.keysteward.kernel.keycloak.MembershipsProvider;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.profile.UserType;
import org.keysteward.scim.resource.Patch;
import org.keysteward.scim.resource.PatchRequest;
import org.keysteward.scim.resource.ResourceReader;

/** The users of a scope. Whoever changes one holds its row until the transaction ends: no change is lost. */
final class Users implements Resources {
    private final Call call;
    private final UserType users;
    private final UserRows rows;
    private final ProfileValues profile;
    private final Accounts accounts;
    private final ResourceStore store;
    private final ProvisioningEvents events;

    Users(Call call) {
        this.call = call;
        this.users = call.users();
        this.rows = new UserRows(call);
        this.profile = new ProfileValues(call, users);
        this.accounts = new Accounts(call, users);
        this.store = new ResourceStore(call, Kind.USER);
        this.events = new ProvisioningEvents(call);
    }

    @Override
    public ResourceType type() {
        return users.type();
    }

    @Override
    public ObjectNode read(String id, boolean withMembers) throws ScimException {
        return json(rows.one(id).orElseThrow(Users::unknown));
    }

    @Override
    public List<ObjectNode> page(Paging paging, boolean withMembers) throws ScimException {
        return shown(rows.page(paging));
    }

    @Override
    public Counted counted(Paging paging, boolean withMembers) throws ScimException {
        if (paging.count() == 0) {
            return new Counted(List.of(), count(paging.filter()));
        }
        var page = rows.counted(paging);
        var shown = shown(page.rows());
        var total = page.total();
        return total == null ? Counted.of(this, paging, shown) : new Counted(shown, total);
    }

    @Override
    public long count(@Nullable Filter filter) throws ScimException {
        return rows.count(filter);
    }

    @Override
    public ObjectNode create(ObjectNode body, Ignored ignored) throws ScimException {
        var wanted = new ResourceReader(type(), call.source().strict()).readForCreate(body);
        ignored.add(wanted.ignored());
        var homes = Homes.of(wanted.content(), users);
        if (homes.userName().isEmpty()) {
            throw ScimException.of(ScimType.INVALID_VALUE, "userName is needed.");
        }
        var newcomer = accounts.newcomer(homes);
        var existing = newcomer.existing();
        var id = existing == null
                ? make(newcomer, wanted.content())
                : new Linking(call, users).link(existing, homes, wanted.content(), ignored);
        call.entityManager().flush();
        return json(rows.one(id).orElseThrow(Users::unknown));
    }

    @Override
    public ObjectNode replace(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException {
        var row = locked(id);
        var before = json(row);
        conditions.requireMatch(before);
        var wanted = new ResourceReader(type(), call.source().strict()).readForReplace(body, before);
        ignored.add(wanted.ignored());
        return written(row, before, wanted.content());
    }

    @Override
    public ObjectNode patch(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException {
        var request = PatchRequest.parse(body);
        var row = locked(id);
        var before = json(row);
        conditions.requireMatch(before);
        var patched = new Patch(type(), call.source().strict(), Set.of()).apply(before, request);
        ignored.add(patched.ignored());
        return patched.changed() ? written(row, before, patched.resource()) : before;
    }

    @Override
    public void delete(String id, Conditions conditions) throws ScimException {
        var row = locked(id);
        conditions.requireMatch(json(row));
        var user = model(id);
        Written.mark(call.session());
        if (new Ownership(call).mayWrite(row, user)) {
            accounts.remove(user);
            events.userRemoved(id);
        } else if (call.tenant() == null) {
            throw administrator();
        } else {
            memberships().remove(call.request(), id);
        }
        call.entityManager().flush();
    }

    private String make(Accounts.Newcomer newcomer, ObjectNode wanted) throws ScimException {
        var user = accounts.create(newcomer);
        if (call.tenant() != null) {
            memberships().join(call.request(), user);
        }
        store.insert(user.getId(), UserJson.content(wanted, users), true);
        store.linkNew(user.getId(), wanted.path("externalId").textValue());
        events.created(user);
        return user.getId();
    }

    private ObjectNode written(UserRow row, ObjectNode before, ObjectNode after) throws ScimException {
        var user = model(row.id());
        var was = Homes.of(before, users);
        var wanted = Homes.of(after, users);
        var changed = wanted.changedSince(was);
        var mayWrite = new Ownership(call).mayWrite(row, user);
        if (!changed.isEmpty() && !mayWrite) {
            throw call.tenant() == null ? administrator() : notOurs(changed);
        }
        Written.mark(call.session());
        if (!changed.isEmpty()) {
            accounts.change(user, was, wanted);
        }
        var activation = wanted.active() != null && !wanted.active().equals(was.active());
        if (activation) {
            activate(user, Boolean.TRUE.equals(wanted.active()), mayWrite);
        }
        store.update(row.id(), UserJson.content(after, users));
        if (!Objects.equals(row.externalId(), after.path("externalId").textValue())) {
            store.link(row.id(), after.path("externalId").textValue());
        }
        // A suspension of the membership tells of itself.
        if (!activation || mayWrite || !changed.isEmpty()) {
            events.changed(user);
        }
        call.entityManager().flush();
        return json(rows.one(row.id()).orElseThrow(Users::unknown));
    }

    /** In a tenant, of an account that is not its own only the membership is suspended. */
    private void activate(UserModel user, boolean active, boolean mayWrite) throws ScimException {
        if (mayWrite) {
            if (active) {
                accounts.enable(user);
                resume(user);
            } else {
                accounts.disable(user);
            }
            return;
        }
        if (call.tenant() == null) {
            throw administrator();
        }
        if (!active) {
            memberships().suspend(call.request(), user.getId());
        } else if (user.isEnabled()) {
            memberships().resume(call.request(), user.getId());
        } else {
            throw notOurs(List.of("active"));
        }
    }

    private void resume(UserModel user) {
        var tenant = call.tenant();
        if (tenant != null && memberships().isSuspended(tenant, user.getId())) {
            memberships().resume(call.request(), user.getId());
        }
    }

    private List<ObjectNode> shown(List<UserRow> page) {
        var ids = page.stream().map(UserRow::id).toList();
        var groups = new Memberships(call)
                .groups(page.stream()
                        .filter(row -> row.groups() == null)
                        .map(UserRow::id)
                        .toList());
        var values = profile.of(ids);
        var address = call.address();
        return page.stream()
                .map(row -> UserJson.of(
                        row,
                        row.groups() == null ? groups.getOrDefault(row.id(), List.of()) : row.groups(),
                        values.getOrDefault(row.id(), Map.of()),
                        address,
                        users))
                .toList();
    }

    private ObjectNode json(UserRow row) {
        return shown(List.of(row)).get(0);
    }

    /** INVARIANT: read after the lock, from the database: Keycloak's cache may be behind. */
    private UserRow locked(String id) throws ScimException {
        if (rows.one(id).isEmpty()
                || call.entityManager().find(UserEntity.class, id, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw unknown();
        }
        return rows.one(id).orElseThrow(Users::unknown);
    }

    private UserModel model(String id) throws ScimException {
        var user = call.session().users().getUserById(call.realm(), id);
        if (user == null) {
            throw unknown();
        }
        return user;
    }

    private MembershipsProvider memberships() {
        return call.session().getProvider(MembershipsProvider.class);
    }

    private static ScimException unknown() {
        return new ScimException(404, null, "There is no such user.");
    }

    private static ScimException administrator() {
        return new ScimException(
                403, null, "This user holds a role of Keycloak's administration; SCIM changes no such account.");
    }

    private static ScimException notOurs(List<String> attributes) {
        return ScimException.of(
                ScimType.MUTABILITY,
                "This connection has not made the account, or no longer has it for itself; it cannot change "
                        + String.join(", ", attributes)
                        + ". It can suspend the membership (active) and end it (DELETE).");
    }
}
