package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static final TenantRef ACME = new TenantRef("1", "acme");
    private static final TenantRef OTHER = new TenantRef("2", "other");
    private static final Permission SEE_PEOPLE = new Permission("people.read", "See people");
    private static final Permission CHANGE_PEOPLE = new Permission("people.change", "Change people");

    private final Permissions memberships = new Permissions() {
        @Override
        public Optional<String> role(String userId, TenantRef tenant) {
            return Optional.empty();
        }

        @Override
        public boolean permits(String userId, TenantRef tenant, Permission permission) {
            return userId.equals("alice")
                    && tenant.equals(ACME)
                    && Set.of(Permission.TENANT_READ, SEE_PEOPLE).contains(permission);
        }

        @Override
        public OptionalInt rank(String userId, TenantRef tenant) {
            return permits(userId, tenant, Permission.TENANT_READ) ? OptionalInt.of(20) : OptionalInt.empty();
        }
    };
    private final Actor alice = new Actor.Member("alice", "app", false, memberships);

    @Test
    void aMemberHoldsInATenantWhatTheMembershipGives() {
        alice.require(SEE_PEOPLE, ACME);

        assertThat(alice.permits(CHANGE_PEOPLE, ACME)).isFalse();
        assertThat(alice.permits(SEE_PEOPLE)).isFalse();
    }

    @Test
    void aMemberIsToldWhichPermissionIsMissing() {
        assertThatThrownBy(() -> alice.require(CHANGE_PEOPLE, ACME))
                .isInstanceOfSatisfying(AccessDeniedException.class, denied -> {
                    assertThat(denied.tenantHidden()).isFalse();
                    assertThat(denied.problem().type()).isEqualTo(ProblemType.MISSING_PERMISSION);
                });
    }

    @Test
    void aStrangerIsAnsweredAsIfTheTenantWereNotThere() {
        assertThatThrownBy(() -> alice.require(SEE_PEOPLE, OTHER))
                .isInstanceOfSatisfying(
                        AccessDeniedException.class,
                        denied -> assertThat(denied.problem()).isEqualTo(Problem.unknownTenant()));
    }

    @Test
    void anAdministratorHoldsInEveryTenantWhatItHoldsInTheRealm() {
        var admin = new Actor.Administrator("root", "console", false, true, Set.of(CHANGE_PEOPLE), memberships);

        assertThat(admin.permits(CHANGE_PEOPLE, OTHER)).isTrue();
        assertThat(admin.permits(SEE_PEOPLE, OTHER)).isFalse();
        assertThat(admin.rank(OTHER)).hasValue(Integer.MAX_VALUE);
    }

    @Test
    void anAdministratorWhoOnlyReadsRanksNoHigherThanTheMembershipDoes() {
        var auditor = new Actor.Administrator("alice", "console", false, false, Set.of(CHANGE_PEOPLE), memberships);

        assertThat(auditor.rank(ACME)).hasValue(20);
        assertThat(auditor.rank(OTHER)).isEmpty();
        assertThat(auditor.permits(SEE_PEOPLE, ACME)).isTrue();
    }

    @Test
    void nobodyHoldsNothing() {
        var nobody = new Actor.Anonymous();

        assertThat(nobody.permits(Permission.TENANT_READ, ACME)).isFalse();
        assertThat(nobody.permits(SEE_PEOPLE)).isFalse();
        assertThat(nobody.rank(ACME)).isEmpty();
    }
}
