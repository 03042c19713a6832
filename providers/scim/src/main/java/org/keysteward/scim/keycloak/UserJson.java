package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.scim.profile.UserType;
import org.keysteward.scim.resource.DeclaredSchemas;
import org.keysteward.scim.resource.EntityTag;

/** A user as SCIM shows it: put together from what Keycloak keeps and what we do. */
final class UserJson {
    static final String EMAILS = "emails";
    static final String VALUE = "value";
    static final String NAME = "name";

    /** What has a home in Keycloak or is computed; all else is content of ours. */
    private static final Set<String> ELSEWHERE =
            Set.of("schemas", "id", "externalId", "meta", "groups", "userName", "active", "password");

    private UserJson() {}

    /**
     * @param groups that the user is in
     * @param profile values of attributes of the user profile, by their names there
     */
    static ObjectNode of(
            UserRow row,
            List<GroupRef> groups,
            Map<String, List<String>> profile,
            ScimAddress address,
            UserType users) {
        var user = Json.object();
        user.put("id", row.id());
        if (row.externalId() != null) {
            user.put("externalId", row.externalId());
        }
        user.put("userName", row.userName());
        user.setAll(row.content());
        name(user, row);
        emails(user, row.email());
        user.put("active", row.active());
        if (!groups.isEmpty()) {
            var array = user.putArray("groups");
            groups.forEach(group -> array.add(group.json(address)));
        }
        // What we kept before the attribute had a home counts no more.
        users.homes().forEach(home -> home.show(user, profile.getOrDefault(home.profileAttribute(), List.of())));
        DeclaredSchemas.declare(user, users.type());
        user.set("meta", meta(row, address, EntityTag.of(user)));
        return user;
    }

    /** What of a whole user is for us to keep. */
    static ObjectNode content(ObjectNode user, UserType users) {
        var content = user.deepCopy();
        content.remove(ELSEWHERE);
        users.homes().forEach(home -> home.remove(content));
        if (content.get(NAME) instanceof ObjectNode name) {
            name.remove(List.of("givenName", "familyName"));
            if (name.isEmpty()) {
                content.remove(NAME);
            }
        }
        if (content.get(EMAILS) instanceof ArrayNode emails && !emails.isEmpty()) {
            homeFirst(emails);
            ((ObjectNode) emails.get(0)).remove(VALUE);
        }
        return content;
    }

    /** The primary address, or else the first: the one that Keycloak keeps. */
    static @Nullable String homeEmail(ObjectNode user) {
        var emails = user.path(EMAILS);
        return emails.isEmpty() ? null : emails.get(homeOf(emails)).path(VALUE).textValue();
    }

    private static void homeFirst(ArrayNode emails) {
        var home = homeOf(emails);
        if (home > 0) {
            emails.insert(0, emails.remove(home));
        }
    }

    private static int homeOf(JsonNode emails) {
        for (var i = 0; i < emails.size(); i++) {
            if (emails.get(i).path("primary").asBoolean() && emails.get(i).has(VALUE)) {
                return i;
            }
        }
        for (var i = 0; i < emails.size(); i++) {
            if (emails.get(i).has(VALUE)) {
                return i;
            }
        }
        return 0;
    }

    private static void name(ObjectNode user, UserRow row) {
        var name = user.get(NAME) instanceof ObjectNode known ? known : Json.object();
        if (row.givenName() != null && !row.givenName().isEmpty()) {
            name.put("givenName", row.givenName());
        }
        if (row.familyName() != null && !row.familyName().isEmpty()) {
            name.put("familyName", row.familyName());
        }
        if (!name.isEmpty()) {
            user.set(NAME, name);
        }
    }

    /** What was changed in the console shows at once: an address that is gone, and one that we never heard of. */
    private static void emails(ObjectNode user, @Nullable String home) {
        var emails = user.get(EMAILS) instanceof ArrayNode known
                ? known
                : Json.object().putArray(EMAILS);
        if (home == null || home.isEmpty()) {
            if (!emails.isEmpty()) {
                emails.remove(0);
            }
        } else if (emails.isEmpty()) {
            emails.addObject().put(VALUE, home);
        } else {
            var first = Json.object().put(VALUE, home);
            first.setAll((ObjectNode) emails.get(0));
            emails.set(0, first);
        }
        if (emails.isEmpty()) {
            user.remove(EMAILS);
        } else {
            user.set(EMAILS, emails);
        }
    }

    private static ObjectNode meta(UserRow row, ScimAddress address, EntityTag tag) {
        var meta = Json.object();
        meta.put("resourceType", "User");
        meta.put("created", Instant.ofEpochMilli(row.created()).toString());
        meta.put("lastModified", Instant.ofEpochMilli(row.modified()).toString());
        meta.put("location", address.of("/Users", row.id()));
        meta.put("version", tag.toString());
        return meta;
    }
}
