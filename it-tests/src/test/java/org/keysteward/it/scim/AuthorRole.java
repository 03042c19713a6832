package org.keysteward.it.scim;

import java.util.List;
import java.util.Map;
import org.keysteward.it.tenants.Tenancy;

/** A role of the tenant {@code acme} that may publish journeys. */
final class AuthorRole {
    private AuthorRole() {}

    static void makeIn(Tenancy tenancy) {
        tenancy.api()
                .body(Map.of("permissions", List.of(Map.of("key", "journeys.publish", "description", "Publish"))))
                .post("/permissions")
                .then()
                .statusCode(200);
        tenancy.api()
                .body(Map.of("key", "author", "name", "Author", "rank", 15, "grants", List.of("journeys.publish")))
                .post("/tenants/acme/roles")
                .then()
                .statusCode(201);
    }

    /** Whoever is in the provisioned group {@code Authors} has it. */
    static void mapIn(Tenancy tenancy) {
        makeIn(tenancy);
        tenancy.api()
                .body(Map.of("source", "scim", "group", "Authors", "role", "author"))
                .post("/tenants/acme/role-mappings")
                .then()
                .statusCode(201);
    }
}
