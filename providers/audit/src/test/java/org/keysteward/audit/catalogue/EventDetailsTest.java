package org.keysteward.audit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.WebAuthnConstants;
import org.keycloak.events.Details;
import org.keysteward.audit.changes.Change;
import org.keysteward.audit.changes.Tables;

class EventDetailsTest {
    /** Beginnings of keys, and values. */
    private static final List<String> NO_KEYS = List.of("PREF_", "CONSENT_VALUE_");

    record DetailsCase(
            String description,
            Map<String, String> details,
            @Nullable Map<String, String> plain,
            @Nullable Map<String, String> personal)
            implements Tables.Case {}

    record ChangesCase(String description, Map<String, String> details, List<Changed> changes) implements Tables.Case {}

    record Changed(
            String pointer,
            @Nullable Object before,
            @Nullable Object after) {}

    static Stream<Named<DetailsCase>> details() {
        return Tables.read("event-details.yaml", DetailsCase.class);
    }

    static Stream<Named<ChangesCase>> changes() {
        return Tables.read("event-changes.yaml", ChangesCase.class);
    }

    @ParameterizedTest
    @MethodSource("details")
    void keepsWhatIsHarmlessAndWhatIsPersonalApart(DetailsCase one) {
        assertThat(EventDetails.plain(one.details())).isEqualTo(one.plain() == null ? Map.of() : one.plain());
        assertThat(EventDetails.personal(one.details())).isEqualTo(one.personal() == null ? Map.of() : one.personal());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void readsChangesOfTheAccount(ChangesCase one) {
        assertThat(EventDetails.changes(one.details()))
                .isEqualTo(one.changes().stream()
                        .map(change -> new Change(change.pointer(), change.before(), change.after()))
                        .toList());
    }

    @Test
    void decidesAboutEveryDetailThatKeycloakNames() {
        assertThat(Arrays.stream(Details.class.getFields())
                        .filter(field -> NO_KEYS.stream().noneMatch(field.getName()::startsWith))
                        .map(EventDetailsTest::value)
                        .filter(key -> !key.startsWith("previous_e")
                                && !key.startsWith("previous_first")
                                && !key.startsWith("previous_last")
                                && !key.startsWith("updated_e")
                                && !key.startsWith("updated_first")
                                && !key.startsWith("updated_last")))
                .allMatch(EventDetails::isDecided);
        assertThat(Stream.of(
                        WebAuthnConstants.AUTHENTICATED_USER_ID,
                        WebAuthnConstants.AUTH_ERR_DETAIL_LABEL,
                        WebAuthnConstants.PUBKEY_CRED_AAGUID_ATTR,
                        WebAuthnConstants.PUBKEY_CRED_ID_ATTR,
                        WebAuthnConstants.PUBKEY_CRED_LABEL_ATTR))
                .allMatch(EventDetails::isDecided);
    }

    @Test
    void cutsWhatIsTooLong() {
        var plain = EventDetails.plain(Map.of("scope", "x".repeat(100_000)));

        assertThat(plain.get("scope")).hasSize(EventDetails.LONGEST);
    }

    @Test
    void cutsNoCharacterInTwo() {
        var plain = EventDetails.plain(Map.of("scope", "x" + "😀".repeat(1_000)));

        assertThat(plain.get("scope")).isEqualTo("x" + "😀".repeat(EventDetails.LONGEST / 2 - 1));
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
