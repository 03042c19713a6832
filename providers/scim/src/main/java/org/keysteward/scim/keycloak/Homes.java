package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;

/**
 * What of a user lives in Keycloak alone.
 *
 * @param active null where nothing is said
 * @param password null where none is set
 */
record Homes(
        String userName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable Boolean active,
        @Nullable String password) {

    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    /** @param user as SCIM shows it, or as somebody wants it */
    static Homes of(ObjectNode user) {
        var name = user.path(UserJson.NAME);
        var active = user.get("active");
        return new Homes(
                user.path("userName").asText().strip().toLowerCase(Locale.ROOT),
                name.path("givenName").textValue(),
                name.path("familyName").textValue(),
                lower(UserJson.homeEmail(user)),
                active == null ? null : active.booleanValue(),
                user.path("password").textValue());
    }

    /** What is different here from before, in SCIM's names: of the account itself, not whether it is active. */
    List<String> changedSince(Homes before) {
        var changed = new ArrayList<String>();
        if (!userName.equals(before.userName)) {
            changed.add("userName");
        }
        if (!Objects.equals(givenName, before.givenName)) {
            changed.add("name.givenName");
        }
        if (!Objects.equals(familyName, before.familyName)) {
            changed.add("name.familyName");
        }
        if (!Objects.equals(email, before.email)) {
            changed.add("emails");
        }
        if (password != null) {
            changed.add("password");
        }
        return changed;
    }

    /** As the user profile names and takes them. */
    Map<String, Object> profile() {
        var attributes = new HashMap<String, Object>();
        attributes.put(UserModel.USERNAME, List.of(userName));
        attributes.put(UserModel.FIRST_NAME, list(givenName));
        attributes.put(UserModel.LAST_NAME, list(familyName));
        attributes.put(UserModel.EMAIL, list(email));
        return attributes;
    }

    /** Of the e-mail address, what is behind the @; empty where that is no domain. */
    String domain() {
        var domain = email == null ? "" : email.substring(email.lastIndexOf('@') + 1);
        return DOMAIN.matcher(domain).matches() ? domain : "";
    }

    private static List<String> list(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }

    private static @Nullable String lower(@Nullable String email) {
        return email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    }
}
