package org.keysteward.bundle;

import java.util.Arrays;
import java.util.Comparator;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.keycloak.AdminRole;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.tenants.TenantRole;

class PermissionReferenceTest {
    private static final String PAGE = """
            # Permissions

            <!-- Generated from the permissions that each capability declares; do not edit. -->

            What the API asks for, and which roles hold it. Keycloak roles of the client `realm-management` hold it in the
            whole realm, roles of a tenant in that tenant.

            | permission | what its holder may do | Keycloak roles | roles of a tenant |
            | --- | --- | --- | --- |
            """;

    @Test
    void theReferenceIsWhatTheCodeSays() {
        var rows = ServiceLoader.load(CapabilityFactory.class).stream()
                .flatMap(capability -> capability.get().permissions().stream())
                .distinct()
                .sorted(Comparator.comparing(Permission::key))
                .map(PermissionReferenceTest::row)
                .collect(Collectors.joining());

        new GeneratedDocument("permissions.md").assertCurrent(PAGE + rows);
    }

    private static String row(Permission permission) {
        var realm = Arrays.stream(AdminRole.values())
                .filter(role -> role.includes(permission))
                .map(AdminRole::roleName)
                .collect(Collectors.joining(", "));
        var tenant = Arrays.stream(TenantRole.values())
                .filter(role -> role.holds(permission))
                .map(TenantRole::key)
                .collect(Collectors.joining(", "));
        return "| `" + permission.key() + "` | " + permission.description() + " | " + realm + " | "
                + (tenant.isEmpty() ? "none" : tenant) + " |\n";
    }
}
