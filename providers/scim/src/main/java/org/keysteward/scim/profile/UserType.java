package org.keysteward.scim.profile;

import java.util.List;
import java.util.Optional;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ResourceTypes;

/**
 * What users are in a realm.
 *
 * @param homes of the attributes that live in the user profile
 */
public record UserType(ResourceType type, List<ProfileHome> homes) {
    /** Of a realm whose profile has nothing for SCIM. */
    public static final UserType STANDARD = new UserType(ResourceTypes.USER, List.of());

    public UserType {
        homes = List.copyOf(homes);
    }

    public Optional<ProfileHome> home(AttributePath path) {
        return homes.stream().filter(home -> home.path().equals(path)).findFirst();
    }

    /** Of an attribute of the profile. */
    public Optional<ProfileHome> homeOf(String profileAttribute) {
        return homes.stream()
                .filter(home -> home.profileAttribute().equals(profileAttribute))
                .findFirst();
    }

    /** That of groups is the same in each realm. */
    public List<ResourceType> all() {
        return List.of(type, ResourceTypes.GROUP);
    }
}
