package org.keysteward.roles.keycloak;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who can be assigned a role. */
enum PrincipalType {
    USER,
    SERVICE_ACCOUNT,
    /** A group inside a tenant's organization. */
    ORGANIZATION_GROUP,
    /** A group of the realm; of its members, those hold the role who are members of the tenant. */
    REALM_GROUP;

    /** The keys of those that are groups. */
    static final List<String> GROUPS = Arrays.stream(values())
            .filter(PrincipalType::group)
            .map(PrincipalType::key)
            .toList();

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean group() {
        return this == ORGANIZATION_GROUP || this == REALM_GROUP;
    }

    static Optional<PrincipalType> of(String key) {
        return Arrays.stream(values()).filter(type -> type.key().equals(key)).findFirst();
    }
}
