package org.keysteward.it.scim;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.it.harness.TestRealm;

/** What the vendors' provisioning services send, and what RFC 7644 asks for besides, and what is there afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class VendorExchanges {
    /** What the vendors send. */
    static final List<String> VENDORS = List.of("entra.yaml", "okta.yaml");

    /** What the RFC asks for besides. */
    static final List<String> STANDARDS = List.of("standards.yaml");

    private final List<VendorTable> tables;
    private final TestRealm realm;
    private final AtomicInteger tenants = new AtomicInteger();

    /** @param realm one for all: each row has a tenant of its own there, and leaves no user behind */
    VendorExchanges(TestRealm realm, List<String> files) {
        this.realm = realm;
        this.tables = files.stream().map(VendorTable::read).toList();
        // Directories rename people, and Keycloak lets nobody do so unless the realm says it.
        realm.update(Map.of("editUsernameAllowed", true));
    }

    @AfterEach
    void nobodyIsLeft() {
        ProvisionedTenant.removeUsers(realm);
    }

    Stream<Arguments> rows() {
        return tables.stream().flatMap(table -> table.named().map(row -> Arguments.of(row, table)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void holds(VendorTable.Row row, VendorTable table) {
        ProvisionedTenant tenant = new ProvisionedTenant(realm, "row-" + tenants.incrementAndGet(), table);

        tenant.play(row);

        tenant.assertHolds(row.stored());
    }
}
