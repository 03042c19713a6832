package org.keysteward.scim.keycloak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keysteward.scim.profile.ProfileHome;
import org.keysteward.scim.profile.UserType;

/** Reads attributes of Keycloak's users: those of many users at once. */
final class ProfileValues {
    private final Call call;
    private final List<String> names;

    ProfileValues(Call call, UserType users) {
        this.call = call;
        this.names = users.homes().stream().map(ProfileHome::profileAttribute).toList();
    }

    /** By the user's id and the attribute's name; only what has a value. */
    Map<String, Map<String, List<String>>> of(Collection<String> ids) {
        var values = new HashMap<String, Map<String, List<String>>>();
        if (names.isEmpty() || ids.isEmpty()) {
            return values;
        }
        call.entityManager()
                .createQuery(
                        "select a.user.id, a.name, a.value, a.longValue from UserAttributeEntity a"
                                + " where a.user.id in :users and a.name in :names",
                        Object[].class)
                .setParameter("users", ids)
                .setParameter("names", names)
                .getResultStream()
                .forEach(row -> {
                    var value = row[2] == null ? row[3] : row[2];
                    if (value != null) {
                        values.computeIfAbsent((String) row[0], user -> new HashMap<>())
                                .computeIfAbsent((String) row[1], name -> new ArrayList<>())
                                .add((String) value);
                    }
                });
        return values;
    }
}
