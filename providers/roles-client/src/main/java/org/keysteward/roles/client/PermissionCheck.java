package org.keysteward.roles.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * May the caller do something?
 *
 * <pre>{@code
 * PermissionCheck.of("journeys.publish").in("acme").at("workspace/emea")
 * }</pre>
 *
 * @param tenant the tenant's alias; null for the one organization that the token is for
 * @param permission a dotted key of 2 to 6 lower-case segments
 * @param path up to 10 segments with slashes between them; empty for the whole tenant
 * @param fresh whether the server is asked always
 */
public record PermissionCheck(@Nullable String tenant, String permission, String path, boolean fresh) {
    private static final int MAX_PERMISSION = 200;
    private static final int MAX_TENANT = 255;
    private static final String WORD = "[a-z][a-z0-9-]*";
    private static final Pattern PERMISSION = Pattern.compile(WORD + "(\\." + WORD + "){1,5}");
    private static final String SEGMENT = "[A-Za-z0-9._~-]{1,64}";
    private static final Pattern PLACE = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,9}");

    /** @throws IllegalArgumentException where one of these has not its form */
    public PermissionCheck {
        if (permission.length() > MAX_PERMISSION
                || !PERMISSION.matcher(permission).matches()) {
            throw new IllegalArgumentException("No key of a permission: " + permission);
        }
        if (!isPath(path)) {
            throw new IllegalArgumentException("No path: " + path);
        }
        if (tenant != null && !isTenant(tenant)) {
            throw new IllegalArgumentException("No alias of a tenant: " + tenant);
        }
    }

    /** In the whole of the tenant that the token is for. */
    public static PermissionCheck of(String permission) {
        return new PermissionCheck(null, permission, "", false);
    }

    public PermissionCheck in(String tenant) {
        return new PermissionCheck(tenant, permission, path, fresh);
    }

    /** At the path, where what is held above it counts, too. */
    public PermissionCheck at(String path) {
        return new PermissionCheck(tenant, permission, path, fresh);
    }

    /** The server is asked, whatever the token says and whatever the server said a moment ago. */
    public PermissionCheck asFresh() {
        return new PermissionCheck(tenant, permission, path, true);
    }

    boolean wholeTenant() {
        return path.isEmpty();
    }

    static boolean isPath(String text) {
        return text.isEmpty() || PLACE.matcher(text).matches();
    }

    static boolean isTenant(String text) {
        return !text.isBlank() && text.length() <= MAX_TENANT;
    }
}
