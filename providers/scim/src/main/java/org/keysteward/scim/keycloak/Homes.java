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
import org.keysteward.scim.ScimException;
import org.keysteward.scim.profile.ProfileHome;
import org.keysteward.scim.profile.UserType;

/**
 * What of a user lives in Keycloak alone.
 *
 * @param active null where nothing is said
 * @param password null where none is set
 * @param attributes of the user profile, those that may be written; sorted, and empty for those that have no value
 */
record Homes(
        String userName,
        @Nullable String givenName,
        @Nullable String familyName,
        @Nullable String email,
        @Nullable Boolean active,
        @Nullable String password,
        Map<ProfileHome, List<String>> attributes) {

    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    Homes {
        attributes = Map.copyOf(attributes);
    }

    /** @param user as SCIM shows it, or as somebody wants it */
    static Homes of(ObjectNode user, UserType type) throws ScimException {
        var name = user.path(UserJson.NAME);
        var active = user.get("active");
        return new Homes(
                user.path("userName").asText().strip().toLowerCase(Locale.ROOT),
                name.path("givenName").textValue(),
                name.path("familyName").textValue(),
                lower(UserJson.homeEmail(user)),
                active == null ? null : active.booleanValue(),
                user.path("password").textValue(),
                attributes(user, type));
    }

    private static Map<ProfileHome, List<String>> attributes(ObjectNode user, UserType type) throws ScimException {
        var attributes = new HashMap<ProfileHome, List<String>>();
        for (var home : type.homes()) {
            if (home.isWritable()) {
                attributes.put(home, home.texts(user));
            }
        }
        return attributes;
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
        attributesChangedSince(before).keySet().stream()
                .map(home -> home.path().toString())
                .sorted()
                .forEach(changed::add);
        return changed;
    }

    /** What they are now. */
    Map<ProfileHome, List<String>> attributesChangedSince(Homes before) {
        var changed = new HashMap<ProfileHome, List<String>>();
        attributes.forEach((home, texts) -> {
            if (!texts.equals(before.attributes.getOrDefault(home, List.of()))) {
                changed.put(home, texts);
            }
        });
        return changed;
    }

    /**
     * As the user profile names and takes them: of its own attributes only what is different from before, for what is of
     * no type of SCIM's is there too, and is left alone.
     *
     * @param before null of somebody new
     */
    Map<String, Object> profile(@Nullable Homes before) {
        var attributes = new HashMap<String, Object>();
        attributes.put(UserModel.USERNAME, List.of(userName));
        attributes.put(UserModel.FIRST_NAME, list(givenName));
        attributes.put(UserModel.LAST_NAME, list(familyName));
        attributes.put(UserModel.EMAIL, list(email));
        var changed = before == null ? this.attributes : attributesChangedSince(before);
        changed.forEach((home, texts) -> {
            if (before != null || !texts.isEmpty()) {
                attributes.put(home.profileAttribute(), texts);
            }
        });
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
