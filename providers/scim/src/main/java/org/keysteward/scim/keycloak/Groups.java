package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.GroupModel;
import org.keycloak.models.jpa.entities.GroupEntity;
import org.keycloak.organization.OrganizationProvider;
import org.keysteward.kernel.keycloak.RowLock;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceTypes;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Filter;
import org.keysteward.scim.resource.ExternalChange;
import org.keysteward.scim.resource.Patch;
import org.keysteward.scim.resource.PatchRequest;
import org.keysteward.scim.resource.ResourceReader;

/** The groups of a scope. Whoever changes one holds its row until the transaction ends: no change is lost. */
final class Groups implements Resources {
    private static final int MAX_NAME = 255;

    private final Call call;
    private final GroupRows rows;
    private final ResourceStore store;
    private final GroupMembers members;
    private final ProvisioningEvents events;

    Groups(Call call) {
        this.call = call;
        this.rows = new GroupRows(call);
        this.store = new ResourceStore(call, Kind.GROUP);
        this.members = new GroupMembers(call);
        this.events = new ProvisioningEvents(call);
    }

    @Override
    public ResourceType type() {
        return ResourceTypes.GROUP;
    }

    @Override
    public ObjectNode read(String id, boolean withMembers) throws ScimException {
        return json(rows.one(id).orElseThrow(Groups::unknown), withMembers);
    }

    @Override
    public List<ObjectNode> page(Paging paging, boolean withMembers) throws ScimException {
        var page = rows.page(paging);
        var ids = page.stream().map(GroupRow::id).toList();
        var inside = new Memberships(call).members(withMembers ? ids : List.of());
        var address = call.address();
        return page.stream()
                .map(row -> GroupJson.of(row, inside.get(row.id()), address))
                .toList();
    }

    @Override
    public long count(@Nullable Filter filter) throws ScimException {
        return rows.count(filter);
    }

    @Override
    public ObjectNode create(ObjectNode body, Ignored ignored) throws ScimException {
        var wanted = reader().readForCreate(body);
        ignored.add(wanted.ignored());
        var name = name(wanted.content());
        refuseTaken(name, null);
        Written.mark(call.session());
        var group = make(name);
        store.insert(group.getId(), GroupJson.content(wanted.content()), true);
        store.link(group.getId(), wanted.content().path("externalId").textValue());
        events.created(group);
        members.add(group, values(wanted.content()));
        call.entityManager().flush();
        return json(rows.one(group.getId()).orElseThrow(Groups::unknown), true);
    }

    @Override
    public ObjectNode replace(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException {
        var row = locked(id);
        var before = json(row, false);
        conditions.requireMatch(before);
        var wanted = reader().readForReplace(body, before);
        ignored.add(wanted.ignored());
        // Members that are not mentioned stay: a client that was not shown them must not remove them all.
        var changes = mentionsMembers(body)
                ? List.<ExternalChange>of(new ExternalChange.ReplaceAll(GroupJson.MEMBERS, values(wanted.content())))
                : List.<ExternalChange>of();
        return written(row, wanted.content(), changes);
    }

    @Override
    public ObjectNode patch(String id, ObjectNode body, Conditions conditions, Ignored ignored) throws ScimException {
        var request = PatchRequest.parse(body);
        var row = locked(id);
        var before = json(row, false);
        conditions.requireMatch(before);
        var patched = new Patch(type(), call.source().strict(), Set.of(GroupJson.MEMBERS)).apply(before, request);
        ignored.add(patched.ignored());
        return patched.changed() ? written(row, patched.resource(), patched.external()) : json(row, true);
    }

    @Override
    public void delete(String id, Conditions conditions) throws ScimException {
        var row = locked(id);
        conditions.requireMatch(json(row, false));
        var group = model(id);
        Written.mark(call.session());
        members.removeAll(group);
        call.session().groups().removeGroup(call.realm(), group);
        events.groupRemoved(id);
        call.entityManager().flush();
    }

    private GroupModel make(String name) {
        var tenant = call.tenant();
        if (tenant == null) {
            return call.session().groups().createGroup(call.realm(), name);
        }
        var organizations = call.session().getProvider(OrganizationProvider.class);
        return organizations.createGroup(organizations.getById(tenant.id()), null, name, null);
    }

    private ObjectNode written(GroupRow row, ObjectNode after, List<ExternalChange> changes) throws ScimException {
        var group = model(row.id());
        var name = name(after);
        Written.mark(call.session());
        if (!name.equals(row.name())) {
            refuseTaken(name, row.id());
            group.setName(name);
            events.changed(group);
            members.follow(group);
        }
        var externalId = after.path("externalId").textValue();
        var isLinkedAnew = !Objects.equals(row.externalId(), externalId);
        var content = GroupJson.content(after);
        // Members who join and leave move the version themselves; who is there already moves nothing (RFC 7644,
        // 3.5.2.1).
        if (isLinkedAnew || !name.equals(row.name()) || !content.equals(row.content())) {
            store.update(row.id(), content);
        }
        if (isLinkedAnew) {
            store.link(row.id(), externalId);
        }
        for (var change : changes) {
            members.apply(group, change);
        }
        call.entityManager().flush();
        return json(rows.one(row.id()).orElseThrow(Groups::unknown), true);
    }

    /** INVARIANT: two groups of one name are not made at once: whoever names one waits for the other. */
    private void refuseTaken(String name, @Nullable String exceptId) throws ScimException {
        RowLock.take(call.session(), call.realm(), "scim-groups/" + call.scope().id());
        if (rows.isNameTaken(name, exceptId)) {
            throw new ScimException(409, ScimType.UNIQUENESS, "There is a group with this displayName already.");
        }
    }

    private static String name(ObjectNode group) throws ScimException {
        var name = group.path(GroupJson.DISPLAY_NAME).asText().strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw ScimException.of(ScimType.INVALID_VALUE, "displayName has from 1 to " + MAX_NAME + " characters.");
        }
        return name;
    }

    private static boolean mentionsMembers(ObjectNode body) {
        return body.properties().stream().anyMatch(member -> member.getKey().equalsIgnoreCase(GroupJson.MEMBERS));
    }

    private static List<ObjectNode> values(ObjectNode group) {
        return StreamSupport.stream(group.path(GroupJson.MEMBERS).spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
    }

    private ObjectNode json(GroupRow row, boolean withMembers) {
        var inside = withMembers ? new Memberships(call).members(row.id()) : null;
        return GroupJson.of(row, inside, call.address());
    }

    /** INVARIANT: read after the lock, from the database: Keycloak's cache may be behind. */
    private GroupRow locked(String id) throws ScimException {
        if (rows.one(id).isEmpty()
                || call.entityManager().find(GroupEntity.class, id, LockModeType.PESSIMISTIC_WRITE) == null) {
            throw unknown();
        }
        return rows.one(id).orElseThrow(Groups::unknown);
    }

    private GroupModel model(String id) throws ScimException {
        var group = call.session().groups().getGroupById(call.realm(), id);
        if (group == null) {
            throw unknown();
        }
        return group;
    }

    private ResourceReader reader() {
        return new ResourceReader(
                type(), call.source().strict(), Set.of(GroupJson.MEMBERS), ResourceReader.MAX_EXTERNAL);
    }

    private static ScimException unknown() {
        return new ScimException(404, null, "There is no such group.");
    }
}
