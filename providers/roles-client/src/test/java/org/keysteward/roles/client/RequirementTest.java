package org.keysteward.roles.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {
    interface Contract<T> {
        @RequiresPermission("contract.put")
        void put(T thing);

        void get(T thing);
    }

    @RequiresPermission("base.type")
    static class Base {
        @RequiresPermission("base.change")
        public void change() {}

        public void see() {}
    }

    static class Derived extends Base implements Contract<String> {
        @Override
        public void change() {}

        @Override
        @RequiresPermission("derived.see")
        public void see() {}

        @Override
        public void put(String thing) {}

        @Override
        public void get(String thing) {}

        public void put(String thing, int often) {}
    }

    static class Open {
        public void change() {}
    }

    static class Placed {
        @RequiresPermission(value = "a.b", tenant = "{tenant}", path = "workspace/{workspace}", fresh = true)
        public void at() {}

        @RequiresPermission(value = "a.b", path = "{all}")
        public void anywhere() {}

        @RequiresPermission("No Key")
        public void badKey() {}

        @RequiresPermission(value = "a.b", path = "/workspace/")
        public void badPath() {}
    }

    private static Optional<Requirement> requirement(Class<?> type, String method) {
        return Requirement.of(type, method(type, method));
    }

    private static Method method(Class<?> type, String name) {
        return Stream.of(type.getMethods())
                .filter(one -> one.getName().equals(name) && !one.isBridge())
                .filter(one -> one.getParameterCount() < 2)
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String permission(Class<?> type, String method) {
        return requirement(type, method).map(Requirement::permission).orElse(null);
    }

    @Test
    void standsOnTheMethodOrItsType() {
        assertThat(permission(Base.class, "change")).isEqualTo("base.change");
        assertThat(permission(Base.class, "see")).isEqualTo("base.type");
        assertThat(permission(Open.class, "change")).isNull();
    }

    @Test
    void isInheritedByWhateverOverridesOrExtends() {
        assertThat(permission(Derived.class, "change")).isEqualTo("base.change");
        assertThat(permission(Derived.class, "see")).isEqualTo("derived.see");
        assertThat(permission(Derived.class, "get")).isEqualTo("base.type");
    }

    @Test
    void isInheritedWhereTypeParametersAreFilledIn() {
        assertThat(permission(Derived.class, "put")).isEqualTo("contract.put");
    }

    @Test
    void pathParametersAreFilledIn() {
        var check =
                requirement(Placed.class, "at").orElseThrow().check(Map.of("tenant", "acme", "workspace", "emea")::get);

        assertThat(check)
                .contains(PermissionCheck.of("a.b")
                        .in("acme")
                        .at("workspace/emea")
                        .asFresh());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "emea/north", "../emea", "e mea", "{workspace}", "é", "emea\n"})
    void aParameterThatIsNoSegmentIsNoPlace(String workspace) {
        var requirement = requirement(Placed.class, "at").orElseThrow();

        assertThat(requirement.check(Map.of("tenant", "acme", "workspace", workspace)::get))
                .isEmpty();
    }

    @Test
    void anEmptyParameterIsNotTheWholeTenant() {
        assertThat(requirement(Placed.class, "anywhere").orElseThrow().check(name -> ""))
                .isEmpty();
        assertThat(requirement(Placed.class, "at").orElseThrow().check(name -> name.equals("tenant") ? "" : "emea"))
                .isEmpty();
    }

    @Test
    void aParameterThatIsNotThereIsAFault() {
        var requirement = requirement(Placed.class, "at").orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(() -> requirement.check(Map.of("tenant", "acme")::get))
                .withMessageContaining("workspace");
    }

    @Test
    void whatHasNotItsFormIsSaidWithWhereItStands() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requirement(Placed.class, "badKey"))
                .withMessageContaining("badKey")
                .withMessageContaining("No Key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> requirement(Placed.class, "badPath"))
                .withMessageContaining("badPath");
    }
}
