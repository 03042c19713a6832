package org.keysteward.audit.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What an admin event was about.
 *
 * @param targetType the kind of thing: {@code user}, {@code client}, {@code role} …
 * @param targetId as it stands in the path, which is a name for a few kinds; null where the path has none
 * @param tenant the organization's id, where the path is below it
 * @param user whom it was about
 */
public record AdminPath(
        String targetType,
        @Nullable String targetId,
        @Nullable String tenant,
        @Nullable String user) {
    /** Also what is not known may be below a tenant. */
    private static final PathPattern BELOW_TENANT = PathPattern.of("organizations/{tenant}/**");

    /** @param resourceType the name of Keycloak's {@code ResourceType}, or of an extension's own */
    public static AdminPath parse(String resourceType, @Nullable String resourcePath) {
        var path = normalized(resourcePath);
        for (var known : KnownPath.ALL) {
            var found = known.pattern().match(path);
            if (found.isPresent()) {
                return known.read(found.get());
            }
        }
        var type = Catalogue.targetType(resourceType);
        // Keycloak cuts the path of REALM events where it wants a "/" that is not there: what is left says nothing.
        var id = type.equals("realm") || path.isEmpty() ? null : path.substring(path.lastIndexOf('/') + 1);
        return new AdminPath(
                type,
                id,
                BELOW_TENANT.match(path).map(found -> found.get("tenant")).orElse(null),
                null);
    }

    /** Without slashes at the ends, of which some paths have one. */
    static String normalized(@Nullable String path) {
        return path == null ? "" : path.replaceAll("^/+|/+$", "");
    }
}
