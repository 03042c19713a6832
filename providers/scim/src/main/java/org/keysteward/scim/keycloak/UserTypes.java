package org.keysteward.scim.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.userprofile.config.UPAttribute;
import org.keycloak.userprofile.DeclarativeUserProfileProvider;
import org.keycloak.userprofile.UserProfileConstants;
import org.keycloak.userprofile.UserProfileProvider;
import org.keysteward.scim.profile.AnnotatedProfile;
import org.keysteward.scim.profile.ProfileAttribute;
import org.keysteward.scim.profile.UserType;

/**
 * What users are in each realm, by its user profile: read once for each profile, and again when it is another one. Whether
 * it is, Keycloak's own cache of the realm knows, which every node forgets when the profile is changed.
 */
final class UserTypes {
    private static final Logger LOG = Logger.getLogger(UserTypes.class);
    private static final int MAX_REALMS = 1_000;

    private final Map<String, Known> byRealm = new ConcurrentHashMap<>();

    /** @param profile as it is kept; null for Keycloak's own */
    private record Known(@Nullable String profile, UserType users) {}

    /** @param realm the one that the session is about */
    UserType of(KeycloakSession session, RealmModel realm) {
        var profile = profile(realm);
        var known = byRealm.get(realm.getId());
        if (known != null && Objects.equals(known.profile(), profile)) {
            return known.users();
        }
        var users = read(session, realm);
        if (byRealm.size() >= MAX_REALMS) {
            byRealm.clear();
        }
        byRealm.put(realm.getId(), new Known(profile, users));
        return users;
    }

    private static @Nullable String profile(RealmModel realm) {
        return realm.getComponentsStream(realm.getId(), UserProfileProvider.class.getName())
                .map(component -> component.get(DeclarativeUserProfileProvider.UP_COMPONENT_CONFIG_KEY))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static UserType read(KeycloakSession session, RealmModel realm) {
        var profile = session.getProvider(UserProfileProvider.class).getConfiguration();
        var reading = AnnotatedProfile.read(
                profile.getAttributes().stream().map(UserTypes::attribute).toList());
        for (var passed : reading.passedOver()) {
            LOG.warnf(
                    "Realm %s: the attribute %s of the user profile is not provisioned by SCIM: %s",
                    realm.getName(), passed.profileAttribute(), passed.reason());
        }
        return reading.users();
    }

    private static ProfileAttribute attribute(UPAttribute attribute) {
        var required = attribute.getRequired();
        var permissions = attribute.getPermissions();
        var writable = permissions != null && isForAdministrators(permissions.getEdit());
        return new ProfileAttribute(
                attribute.getName(),
                attribute.getDisplayName(),
                attribute.isMultivalued(),
                required != null && (required.isAlways() || isForAdministrators(required.getRoles())),
                writable || (permissions != null && isForAdministrators(permissions.getView())),
                writable,
                options(attribute),
                annotations(attribute));
    }

    private static boolean isForAdministrators(@Nullable Set<String> roles) {
        return roles != null && roles.contains(UserProfileConstants.ROLE_ADMIN);
    }

    private static List<String> options(UPAttribute attribute) {
        var validations = attribute.getValidations();
        var options = validations == null ? null : validations.get("options");
        return options != null && options.get("options") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Of SCIM; others may be of any shape. */
    private static Map<String, String> annotations(UPAttribute attribute) {
        var annotations = new HashMap<String, String>();
        if (attribute.getAnnotations() != null) {
            attribute.getAnnotations().forEach((key, value) -> {
                if (key.startsWith("scim.") && value != null) {
                    annotations.put(key, String.valueOf(value));
                }
            });
        }
        return annotations;
    }
}
