package org.keysteward.scim.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.ScimException;

class ProfileHomeTest {
    private static final String URN = "urn:example:acme:2.0:User";
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // type | in SCIM | in the profile
                "string | \"Ada\" | Ada",
                "reference | \"https://example.org/\" | https://example.org/",
                "boolean | true | true",
                "boolean | false | false",
                "integer | -7 | -7",
                "integer | 12345678901234567890123456789 | 12345678901234567890123456789",
                "decimal | 1.5 | 1.5",
                "decimal | 3 | 3",
                "decimal | 0.0000001 | 0.0000001",
                "dateTime | \"2026-01-31T09:30:00Z\" | 2026-01-31T09:30:00Z",
                "dateTime | \"2026-01-31T09:30:00+02:00\" | 2026-01-31T07:30:00Z",
                "dateTime | \"2026-01-31T09:30:00.5Z\" | 2026-01-31T09:30:00.500Z",
            })
    void keepsAValueAndShowsIt(String type, String sent, String kept) throws ScimException {
        var home = home(type, false);
        var resource = JSON.createObjectNode();
        resource.putObject(URN).set("code", json(sent));

        var texts = home.texts(resource);
        home.show(resource, texts);

        assertThat(texts).containsExactly(kept);
        assertThat(home.texts(resource)).isEqualTo(texts);
        assertThat(home.texts(texts)).isEqualTo(texts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "string | ' ' | none",
                "boolean | TRUE | true",
                "boolean | yes | none",
                "integer | 007 | 7",
                "integer | +7 | none",
                "integer | 7.0 | none",
                "integer | 1-2 | none",
                "integer | - | none",
                "integer | ٧ | none",
                "decimal | 7 | 7",
                "decimal | 7. | none",
                "decimal | .7 | none",
                "decimal | -.7 | none",
                "decimal | 1e3 | none",
                "dateTime | 2026-01-31 | none",
                "dateTime | 2026-02-31T09:30:00Z | none",
                "dateTime | 2026-01-31T09:30:00+02:00 | none",
                "dateTime | 2026-01-31T09:30:00.5Z | none",
            })
    void showsWhatSomebodyTypedIfItIsAValue(String type, String typed, @Nullable String shown) {
        var resource = JSON.createObjectNode();

        home(type, false).show(resource, List.of(typed));

        if (shown == null) {
            assertThat(resource).isEmpty();
            return;
        }
        assertThat(resource.path(URN).path("code").asText()).isEqualTo(shown);
    }

    @Test
    void numbersThatAreTooLongAreNotKept() {
        var resource = JSON.createObjectNode();
        resource.putObject(URN).set("code", JsonNodeFactory.instance.numberNode(new BigDecimal("0." + "1".repeat(90))));

        assertThatThrownBy(() -> home("decimal", false).texts(resource)).isInstanceOf(ScimException.class);
    }

    @Test
    void severalValuesAreEachThereOnceAndSorted() throws ScimException {
        var home = home("string", true);
        var resource = JSON.createObjectNode();
        resource.putObject(URN).putArray("code").add("b").add("a").add("b").add("");

        assertThat(home.texts(resource)).containsExactly("a", "b");

        home.show(resource, List.of("d", "c"));

        assertThat(resource.path(URN).path("code"))
                .isEqualTo(JSON.createArrayNode().add("c").add("d"));
    }

    @Test
    void extensionGoesWithItsLastValueAndTakesNothingWithIt() {
        var resource = JSON.createObjectNode().put("title", "Countess");
        resource.putObject(URN).put("code", "C-1");

        home("string", false).remove(resource);

        assertThat(resource).isEqualTo(JSON.createObjectNode().put("title", "Countess"));
    }

    @Test
    void enterpriseExtensionKeepsItsOthers() {
        var home = AnnotatedProfile.read(List.of(
                        attribute("dep", false, Map.of("scim.attribute", CoreSchemas.ENTERPRISE_URN + ":department"))))
                .users()
                .homes()
                .get(0);
        ObjectNode resource = JSON.createObjectNode();
        resource.putObject(CoreSchemas.ENTERPRISE_URN).put("division", "D").put("department", "Old");

        home.show(resource, List.of("Engines"));

        assertThat(resource.path(CoreSchemas.ENTERPRISE_URN))
                .isEqualTo(JSON.createObjectNode().put("division", "D").put("department", "Engines"));
    }

    private static ProfileHome home(String type, boolean multiValued) {
        return AnnotatedProfile.read(
                        List.of(attribute("code", multiValued, Map.of("scim.extension", URN, "scim.type", type))))
                .users()
                .homes()
                .get(0);
    }

    private static ProfileAttribute attribute(String name, boolean multiValued, Map<String, String> annotations) {
        return new ProfileAttribute(name, null, multiValued, false, true, true, List.of(), annotations);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readValue(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
