package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.ResourceTypes;
import org.keysteward.scim.resource.DeclaredSchemas;
import org.keysteward.scim.resource.EntityTag;

/** A group as SCIM shows it. */
final class GroupJson {
    static final String MEMBERS = "members";
    static final String DISPLAY_NAME = "displayName";

    private static final Set<String> ELSEWHERE = Set.of("schemas", "id", "externalId", "meta", DISPLAY_NAME, MEMBERS);

    private GroupJson() {}

    /** @param members null where they are not to be shown, or are too many */
    static ObjectNode of(GroupRow row, @Nullable List<MemberRef> members, ScimAddress address) {
        var group = Json.object();
        group.put("id", row.id());
        if (row.externalId() != null) {
            group.put("externalId", row.externalId());
        }
        group.put(DISPLAY_NAME, row.name());
        group.setAll(row.content());
        DeclaredSchemas.declare(group, ResourceTypes.GROUP);
        group.set("meta", meta(row, address, tag(group, row)));
        if (members != null && !members.isEmpty()) {
            var array = group.putArray(MEMBERS);
            members.forEach(member -> array.add(member.json(address)));
        }
        return group;
    }

    static ObjectNode content(ObjectNode group) {
        var content = group.deepCopy();
        content.remove(ELSEWHERE);
        return content;
    }

    /** Members may be too many to look at: their changes are counted. */
    private static EntityTag tag(ObjectNode group, GroupRow row) {
        return EntityTag.of(group, Integer.toString(row.version()));
    }

    private static ObjectNode meta(GroupRow row, ScimAddress address, EntityTag tag) {
        var meta = Json.object();
        meta.put("resourceType", "Group");
        meta.put("created", Instant.ofEpochMilli(row.created()).toString());
        meta.put("lastModified", Instant.ofEpochMilli(row.modified()).toString());
        meta.put("location", address.of("/Groups", row.id()));
        meta.put("version", tag.toString());
        return meta;
    }
}
