package org.keysteward.audit.people;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PeopleTest {
    private static final SecretKeySpec KEY = new SecretKeySpec(new byte[32], "AES");
    private static final SecretKeySpec OTHER =
            new SecretKeySpec("another-key-another-key-another!".getBytes(UTF_8), "AES");

    private final BlindIndex index = new BlindIndex(KEY);

    @Test
    void aBoxOpensWhatABoxOfTheSameKeyAndPurposeHasSealed() {
        var sealed = new SecretBox(KEY, "names").seal("alice".getBytes(UTF_8), "1");

        assertThat(new SecretBox(KEY, "names").open(sealed, "1"))
                .hasValueSatisfying(plain -> assertThat(plain).asString().isEqualTo("alice"));
        assertThat(new String(sealed, UTF_8)).doesNotContain("alice");
        assertThat(new SecretBox(KEY, "names").seal("alice".getBytes(UTF_8), "1"))
                .isNotEqualTo(sealed);
    }

    @Test
    void anotherKeyPurposeOrContextOpensNothing() {
        var sealed = new SecretBox(KEY, "names").seal("alice".getBytes(UTF_8), "1");

        assertThat(new SecretBox(OTHER, "names").open(sealed, "1")).isEmpty();
        assertThat(new SecretBox(KEY, "keys").open(sealed, "1")).isEmpty();
        assertThat(new SecretBox(KEY, "names").open(sealed, "2")).isEmpty();
        assertThat(new SecretBox(KEY, "names").open(new byte[10], "1")).isEmpty();
    }

    @Test
    void oneChangedBitOpensNothing() {
        var box = new SecretBox(KEY, "names");
        var sealed = box.seal("alice".getBytes(UTF_8), "1");

        for (var i = 0; i < sealed.length; i++) {
            var changed = sealed.clone();
            changed[i] ^= 1;
            assertThat(box.open(changed, "1")).as("byte " + i).isEmpty();
        }
    }

    @Test
    void aNameIsFoundByItsBeginningWhateverItsCaseAndForm() {
        var tokens = index.name("realm", " \u00C5sa Lindström ");

        assertThat(tokens)
                .contains(index.exactName("realm", "\u0041\u030Asa LINDSTRÖM"))
                .contains(index.namePrefix("realm", "ås"))
                .contains(index.namePrefix("realm", "ÅSA LIND"))
                .contains(index.namePrefix("realm", "åsa lindström and more than is indexed"))
                .doesNotContain(index.namePrefix("realm", "sa"))
                .doesNotContain(index.namePrefix("another", "ås"))
                .hasSize(1 + BlindIndex.LONGEST_PREFIX - BlindIndex.SHORTEST_PREFIX + 1);
        assertThat(index.name("realm", "  ")).isEmpty();
    }

    @Test
    void kindsAndRealmsAndKeysHaveTokensOfTheirOwn() {
        assertThat(index.address("realm", "alice"))
                .hasSize(22)
                .isNotEqualTo(index.exactName("realm", "alice"))
                .isNotEqualTo(index.username("realm", "alice"))
                .isNotEqualTo(index.address("other", "alice"))
                .isNotEqualTo(new BlindIndex(OTHER).address("realm", "alice"));
        assertThat(index.value("realm", "a", "b".getBytes(UTF_8)))
                .isNotEqualTo(index.value("realm", "b", "b".getBytes(UTF_8)));
    }
}
