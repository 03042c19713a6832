package org.keysteward.roles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AuthorityTest {
    private static final World WORLD = World.read();

    record AuthorityCase(
            String description,
            String actor,
            String act,
            @Nullable String role,
            @Nullable String path,
            boolean self,
            @Nullable String before,
            World.@Nullable RoleRow after,
            String verdict)
            implements Tables.Case {
        Authority authority() {
            return actor.equals("realm")
                    ? Authority.ofRealm()
                    : Authority.of(WORLD.of(actor), AssignmentPath.of(path == null ? "" : path), WORLD.instant());
        }
    }

    static Stream<Named<AuthorityCase>> cases() {
        return Tables.named(List.of(Tables.document("authority.yaml", AuthorityCase[].class)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void judges(AuthorityCase one) {
        var authority = one.authority();

        var verdict = switch (one.act()) {
            case "give" -> authority.giving(role(one.role()), one.self());
            case "take" -> authority.taking(role(one.role()), one.self());
            case "delete" -> authority.deleting(role(one.role()), highestHeir(one.role()));
            default -> authority.defining(before(one), after(one), highestHeir(one.before()));
        };

        assertThat(verdict.getClass().getSimpleName()).isEqualTo(one.verdict());
    }

    private static EffectiveRole role(@Nullable String key) {
        return WORLD.graph().role(String.valueOf(key)).orElseThrow();
    }

    private static @Nullable EffectiveRole before(AuthorityCase one) {
        return one.before() == null ? null : role(one.before());
    }

    private static EffectiveRole after(AuthorityCase one) {
        var after = Objects.requireNonNull(one.after());
        var roles = new ArrayList<>(WORLD.roles());
        roles.removeIf(row -> row.key().equals(after.key()));
        roles.add(after);
        var changed = new World(
                WORLD.permissions(), WORLD.realmPermissions(), WORLD.now(), roles, WORLD.people(), WORLD.cases());
        return changed.graph().role(after.key()).orElseThrow();
    }

    private static int highestHeir(@Nullable String key) {
        return key == null
                ? -1
                : WORLD.graph().heirs(key).mapToInt(EffectiveRole::rank).max().orElse(-1);
    }
}
