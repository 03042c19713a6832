package org.keysteward.audit.changes;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which members of which representations say who somebody is. */
public final class Personal {
    private static final String USER = "USER";
    private static final String REALM = "REALM";

    /** Of an account; whatever else it has may say who it belongs to. */
    private static final Set<String> NOT_OF_A_PERSON = Set.of(
            "id",
            "enabled",
            "emailVerified",
            "totp",
            "requiredActions",
            "disableableCredentialTypes",
            "notBefore",
            "createdTimestamp",
            "federationLink",
            "serviceAccountClientId",
            "realmRoles",
            "clientRoles",
            "groups",
            // of a link to an identity provider
            "identityProvider");

    /** Their representations are of what people are in, with some of the people. */
    private static final Set<String> WITH_PEOPLE = Set.of(
            "GROUP_MEMBERSHIP",
            "ORGANIZATION_MEMBERSHIP",
            "ORGANIZATION_GROUP_MEMBERSHIP",
            "ORGANIZATION",
            "TENANT",
            "MEMBER",
            "INVITATION",
            "IDENTITY_LINK");

    /** The link of an invitation has the address in it. */
    private static final Set<String> OF_A_PERSON = Set.of(
            "username",
            "email",
            "firstName",
            "lastName",
            "userName",
            "userId",
            "user",
            "users",
            "members",
            "inviteLink");

    private static final Set<String> PEOPLE_OF_A_REALM = Set.of("users", "federatedUsers");

    private Personal() {}

    /**
     * @param resourceType the name of Keycloak's {@code ResourceType}, or the kind of target of our own, in any case. For
     *     what was imported it is the kind of target: the resource type is always REALM there
     */
    public static boolean isPersonal(String resourceType, String pointer) {
        var type = resourceType.toUpperCase(Locale.ROOT);
        List<String> tokens = Pointer.tokens(pointer);
        if (type.equals(USER)) {
            return tokens.isEmpty() || !NOT_OF_A_PERSON.contains(tokens.get(0));
        }
        if (type.equals(REALM)) {
            return !tokens.isEmpty() && PEOPLE_OF_A_REALM.contains(tokens.get(0));
        }
        return WITH_PEOPLE.contains(type) && tokens.stream().anyMatch(OF_A_PERSON::contains);
    }
}
