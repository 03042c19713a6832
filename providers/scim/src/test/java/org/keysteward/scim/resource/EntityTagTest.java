package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
    private static final EntityTag TAG = new EntityTag("abc");

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Test
    void isWeakAndShort() {
        assertThat(EntityTag.of(object().put("userName", "bob")).toString()).matches("W/\"[A-Za-z0-9_-]{22}\"");
    }

    @Test
    void doesNotDependOnTheOrderOfNames() {
        var one = object().put("userName", "bob")
                .set("name", object().put("givenName", "a").put("familyName", "b"));
        var other = object();
        other.set("name", object().put("familyName", "b").put("givenName", "a"));
        other.put("userName", "bob");

        assertThat(EntityTag.of((ObjectNode) one)).isEqualTo(EntityTag.of(other));
    }

    @Test
    void dependsOnEachValue() {
        var bob = EntityTag.of(object().put("userName", "bob"));

        assertThat(EntityTag.of(object().put("userName", "rob"))).isNotEqualTo(bob);
        assertThat(EntityTag.of(object().put("userName", "bob").put("title", "")))
                .isNotEqualTo(bob);
    }

    @Test
    void dependsOnTheOrderOfElements() {
        var one = object();
        one.putArray("roles").add("a").add("b");
        var other = object();
        other.putArray("roles").add("b").add("a");

        assertThat(EntityTag.of(one)).isNotEqualTo(EntityTag.of(other));
    }

    @Test
    void dependsOnWhatIsBeside() {
        var group = object().put("displayName", "Team");

        assertThat(EntityTag.of(group, "1")).isNotEqualTo(EntityTag.of(group, "2"));
        assertThat(EntityTag.of(group, "")).isEqualTo(EntityTag.of(group));
    }

    @Test
    void leavesMetaOutAndTheResourceAsItIs() {
        var user = object().put("userName", "bob");
        var withMeta = user.deepCopy();
        withMeta.putObject("meta").put("version", "x");

        assertThat(EntityTag.of(withMeta)).isEqualTo(EntityTag.of(user));
        assertThat(withMeta.has("meta")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "W/\"abc\"",
                "\"abc\"",
                "*",
                " * ",
                "W/\"x\", W/\"abc\"",
                "\"x\",\"abc\",\"y\"",
                "  W/\"abc\"  ",
                "W/\"abc\","
            })
    void isNamed(String header) {
        assertThat(TAG.isNamedBy(header)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "W/abc",
                "w/\"abc\"",
                "W/\"ABC\"",
                "W/\"abc",
                "\"x\"",
                "\"x,abc\"",
                "\"abc\" \"x\"",
                "\"abc\", x",
                "*, \"abc\"",
                "\"a\"bc\"",
                "**"
            })
    void isNotNamed(String header) {
        assertThat(TAG.isNamedBy(header)).isFalse();
    }

    @Test
    void isNotNamedByAHeaderThatIsTooLong() {
        assertThat(TAG.isNamedBy("\"x\",".repeat(3_000) + "\"abc\"")).isFalse();
    }
}
