package org.keysteward.it.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** What requests cost in SQL statements, which does not grow with what is there. */
@KeycloakTest
class StatementsIT {
    @Test
    void listingTenantsCostsTheSameForFewAndForMany(TestRealm realm, Statements statements) {
        var tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("first", "team");
        var few = statements.of(() -> tenancy.api().get("/tenants").then().statusCode(200));

        for (int i = 0; i < 25; i++) {
            tenancy.tenant("tenant-" + i, "team");
        }
        var many = statements.of(() -> tenancy.api().get("/tenants").then().statusCode(200));

        assertThat(many.count()).as(many.toString()).isEqualTo(few.count());
    }

    @Test
    void readingALicenseCostsTheSameForFewAndForMany(TestRealm realm, Statements statements) {
        var tenancy = Tenancy.in(realm).plan("team", 100);
        tenancy.tenant("acme", "team");
        tenancy.member("acme", "first", "owner");
        var few = statements.of(
                () -> tenancy.api().get("/tenants/acme/license").then().statusCode(200));

        tenancy.users("user", 20)
                .forEach(user -> tenancy.add("acme", user, "admin").then().statusCode(201));
        for (int i = 0; i < 10; i++) {
            tenancy.tenant("tenant-" + i, "team");
            tenancy.api()
                    .body(Map.of("email", "person" + i + "@new.example"))
                    .post("/tenants/acme/invitations")
                    .then()
                    .statusCode(201);
        }
        var many = statements.of(
                () -> tenancy.api().get("/tenants/acme/license").then().statusCode(200));
        var usage = statements.of(
                () -> tenancy.api().get("/tenants/acme/usage").then().statusCode(200));

        assertThat(many.count()).as(many.toString()).isEqualTo(few.count());
        assertThat(usage.count()).as(usage.toString()).isLessThanOrEqualTo(12);
    }

    @Test
    void listingMembersCostsTheSameForFewAndForMany(TestRealm realm, Statements statements) {
        var tenancy = Tenancy.in(realm).plan("team", null);
        tenancy.tenant("acme", "team");
        tenancy.member("acme", "first", "owner");
        var few = statements.of(
                () -> tenancy.api().get("/tenants/acme/members").then().statusCode(200));

        tenancy.users("user", 20)
                .forEach(user -> tenancy.add("acme", user, "member").then().statusCode(201));
        var many = statements.of(
                () -> tenancy.api().get("/tenants/acme/members").then().statusCode(200));

        assertThat(many.count()).as(many.toString()).isEqualTo(few.count());
    }

    @Test
    void aJoinPaysForItsSeatWithAFewStatementsWhateverIsThere(TestRealm realm, Statements statements) {
        var tenancy = Tenancy.in(realm).plan("team", 1000);
        var acme = tenancy.tenant("acme", "team");
        List<TestUser> early = tenancy.users("early", 5);
        var first =
                statements.least(5, number -> acme.add(early.get(number)).then().statusCode(201));

        tenancy.users("user", 20).forEach(user -> acme.add(user).then().statusCode(201));
        List<TestUser> late = tenancy.users("late", 5);
        var last =
                statements.least(5, number -> acme.add(late.get(number)).then().statusCode(201));

        assertThat(last.count()).as(last.toString()).isLessThanOrEqualTo(first.count());
        assertThat(last.statements())
                .filteredOn(statement -> statement.contains("KS_") || statement.contains("ks_"))
                .as(last.toString())
                // What is left of an earlier membership, the lock, the plan, the day's peak, the record of it all.
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void signingInAndRefreshingWriteOneRowOfOursEach(TestRealm realm, Statements statements) {
        var tenancy = Tenancy.in(realm).plan("team", 3);
        tenancy.tenant("acme", "team");
        TestUser owner = tenancy.member("acme", "owner", "owner");

        var signIn = statements.of(() -> {
            var tokens = owner.signIn();
            owner.tryRefresh(tokens).then().statusCode(200);
        });

        // The audit trail's record of each, and nothing else.
        assertThat(signIn.mentioning("ks_").statements())
                .hasSize(2)
                .allMatch(statement -> statement.toLowerCase(Locale.ROOT).startsWith("insert into ks_audit_inbox"));
    }
}
