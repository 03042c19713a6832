package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionCheckTest {
    @Test
    void isPutTogether() {
        assertThat(PermissionCheck.of("a.b").in("acme").at("x/y").asFresh())
                .isEqualTo(new PermissionCheck("acme", "a.b", "x/y", true));
        assertThat(PermissionCheck.of("a.b")).isEqualTo(new PermissionCheck(null, "a.b", "", false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a.", ".b", "A.b", "a.*", "*", "a..b", "a.b.c.d.e.f.g", "a.1b", "a b.c"})
    void refusesWhatIsNoPermission(String permission) {
        assertThatIllegalArgumentException().isThrownBy(() -> PermissionCheck.of(permission));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/a", "a/", "a//b", "a b", "a/{b}", "a%2Fb", "1/2/3/4/5/6/7/8/9/10/11", "ä"})
    void refusesWhatIsNoPath(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionCheck.of("a.b").at(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesWhatIsNoTenant(String tenant) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PermissionCheck.of("a.b").in(tenant));
    }
}
