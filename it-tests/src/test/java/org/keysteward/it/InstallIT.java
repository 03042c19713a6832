package org.keysteward.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.keysteward.it.harness.Keycloak;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;
import org.keysteward.launcher.Distribution;
import org.keysteward.launcher.KeycloakServer;
import org.keysteward.launcher.Ports;
import org.keysteward.launcher.ServerOptions;

/** The bundle comes into a Keycloak that has been running for long, and leaves it whole. */
@Tag("full")
class InstallIT {
    private final Path home = Settings.DIRECTORY.path().resolve("keycloak-install");
    private String name = "";
    private String organization = "";

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void comesIntoAnExistingKeycloakAndLeavesItWhole() {
        Distribution distribution =
                Distribution.at(home, Settings.DISTRIBUTION.path()).eraseData();

        try (KeycloakServer stock = start(distribution, List.of())) {
            TestRealm realm = Keycloak.of(stock).createRealm();
            TestOrganization acme = realm.createOrganization("acme");
            acme.add(realm.createUser("alice")).then().statusCode(201);
            name = realm.name();
            organization = acme.id();
        }

        try (KeycloakServer bundled = start(distribution, List.of(Settings.BUNDLE.path()))) {
            TestRealm realm = TestRealm.existing(Keycloak.of(bundled), name);
            realm.admin()
                    .get("/clients/" + realm.clientId("realm-management") + "/roles")
                    .then()
                    .statusCode(200)
                    .body("name", hasItems("keysteward-admin", "keysteward-viewer", "keysteward-auditor"));
            realm.admin().get("/client-scopes").then().body("name", hasItems("keysteward"));
            Tenancy tenancy = Tenancy.in(realm).plan("one", 1);
            tenancy.api()
                    .get("/tenants")
                    .then()
                    .statusCode(200)
                    .body("items.alias", equalTo(List.of("acme")))
                    .body("items[0].license.seats.used", equalTo(1));
            tenancy.defaultPlan("one");
            new TestOrganization(realm, organization, "acme")
                    .add(realm.createUser("bob"))
                    .then()
                    .statusCode(400);
        }

        try (KeycloakServer bundledAgain = start(distribution, List.of(Settings.BUNDLE.path()))) {
            TestRealm realm = TestRealm.existing(Keycloak.of(bundledAgain), name);
            Tenancy.in(realm).api().get("/tenants/acme/license").then().body("plan", equalTo("one"));
        }

        try (KeycloakServer stock = start(distribution, List.of())) {
            TestRealm realm = TestRealm.existing(Keycloak.of(stock), name);
            new TestOrganization(realm, organization, "acme")
                    .add(realm.createUser("carol"))
                    .then()
                    .statusCode(201);
            assertThat(Keycloak.of(stock)
                            .anonymously()
                            .get("/admin/" + name + "/console/")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("keycloak.v2");
            realm.update(Map.of("displayName", "still here"));
            realm.admin().delete().then().statusCode(204);
        }
    }

    private KeycloakServer start(Distribution distribution, List<Path> jars) {
        distribution.deploy(jars).build(List.of("--db=dev-file", "--health-enabled=true"), log("install-build"));
        return KeycloakServer.start(
                        distribution,
                        ServerOptions.on(Ports.free(), log("install")).with("cache", "local"))
                .awaitReady();
    }

    private static Path log(String name) {
        return Settings.DIRECTORY.path().resolve("it-logs/servers/" + name + ".log");
    }
}
