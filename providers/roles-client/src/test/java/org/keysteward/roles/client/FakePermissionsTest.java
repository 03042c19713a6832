package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakePermissionsTest {
    private static final AccessToken ACME = FakePermissions.tokenFor("acme");
    private static final PermissionCheck PUBLISH = PermissionCheck.of("journeys.publish");

    private final FakePermissions permissions = new FakePermissions();

    @Test
    void permitsNothingThatWasNotGranted() {
        assertThat(permissions.permits(ACME, PUBLISH)).isFalse();

        permissions.grant("journeys.*");

        assertThat(permissions.permits(ACME, PUBLISH)).isTrue();
        assertThat(permissions.permits(ACME, PermissionCheck.of("billing.read")))
                .isFalse();
        assertThat(permissions.revokeAll().permits(ACME, PUBLISH)).isFalse();
    }

    @Test
    void grantsInOneTenant() {
        permissions.grantIn("acme", "*");

        assertThat(permissions.permits(ACME, PUBLISH)).isTrue();
        assertThat(permissions.permits(ACME, PUBLISH.in("beta"))).isFalse();
    }

    @Test
    void grantsAtAPathAndBelow() {
        permissions.grantAt("acme", "workspace/emea", "journeys.publish");

        assertThat(permissions.permitsEach(
                        ACME,
                        List.of(
                                PUBLISH.at("workspace/emea"),
                                PUBLISH.at("workspace/emea/north"),
                                PUBLISH.at("workspace/emea-north"),
                                PUBLISH.at("workspace"),
                                PUBLISH)))
                .containsExactly(true, true, false, false, false);
    }

    @Test
    void needsATenantAsTheRealOneDoes() {
        permissions.grant("*");

        assertThat(permissions.permits(new AccessToken("token", Map.of()), PUBLISH))
                .isFalse();
    }

    @Test
    void canBeAway() {
        permissions.grant("*").goDown();
        assertThatExceptionOfType(UndecidedException.class).isThrownBy(() -> permissions.permits(ACME, PUBLISH));

        assertThat(permissions.comeBack().permits(ACME, PUBLISH)).isTrue();
    }

    @Test
    void remembersWhatItWasAsked() {
        permissions.permits(ACME, PUBLISH.asFresh());

        assertThat(permissions.asked()).containsExactly(PUBLISH.asFresh());
    }
}
