package org.keysteward.scim.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.ConstructorDetector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.ResourceTypes;

class AnnotatedProfileTest {
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).setConstructorDetector(ConstructorDetector.USE_PROPERTIES_BASED);

    /** One row of the table; {@code homes} are {@code profileAttribute > path, and what is said of it}. */
    record Row(
            String description,
            List<Declared> profile,
            @Nullable List<String> homes,
            @Nullable Map<String, String> passedOver,
            @Nullable List<String> requiredExtensions) {}

    /** As a profile says it, where nothing is said it may be read and written. */
    record Declared(
            String name,
            @Nullable String displayName,
            boolean multiValued,
            boolean required,
            boolean hidden,
            boolean readOnly,
            @Nullable List<String> options,
            @Nullable Map<String, String> annotations) {
        ProfileAttribute attribute() {
            return new ProfileAttribute(
                    name,
                    displayName,
                    multiValued,
                    required,
                    !hidden,
                    !hidden && !readOnly,
                    options == null ? List.of() : options,
                    annotations == null ? Map.of() : annotations);
        }
    }

    static Stream<Named<Row>> rows() throws IOException {
        try (var table = AnnotatedProfileTest.class.getResourceAsStream("/annotated-profiles.yaml")) {
            return Stream.of(YAML.readValue(table, Row[].class)).map(row -> Named.of(row.description(), row));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void readsAnnotationsAsTheTableSays(Row row) {
        var reading = AnnotatedProfile.read(
                row.profile().stream().map(Declared::attribute).toList());

        assertThat(reading.users().homes().stream().map(AnnotatedProfileTest::said))
                .containsExactlyElementsOf(row.homes() == null ? List.of() : row.homes());
        var passedOver = row.passedOver() == null ? Map.<String, String>of() : row.passedOver();
        assertThat(reading.passedOver().stream().map(AnnotatedProfile.PassedOver::profileAttribute))
                .containsExactlyInAnyOrderElementsOf(passedOver.keySet());
        for (var passed : reading.passedOver()) {
            assertThat(passed.reason()).contains(passedOver.get(passed.profileAttribute()));
        }
        assertThat(reading.users().type().extensions().stream()
                        .filter(extension -> extension.required())
                        .map(extension -> extension.schema().id()))
                .containsExactlyElementsOf(row.requiredExtensions() == null ? List.of() : row.requiredExtensions());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void schemasHaveWhatHasAHomeAndNothingTwice(Row row) {
        var users = AnnotatedProfile.read(
                        row.profile().stream().map(Declared::attribute).toList())
                .users();

        for (var home : users.homes()) {
            var extension = home.path().extension();
            var schema = extension == null ? users.type().schema() : extension;
            assertThat(schema.attributes()).contains(home.attribute());
            assertThat(users.home(home.path())).contains(home);
            if (extension != null) {
                assertThat(users.type().extension(extension.id())).contains(extension);
            }
        }
        assertThat(users.type().extensions())
                .allSatisfy(
                        extension -> assertThat(extension.schema().attributes()).isNotEmpty());
    }

    @Test
    void profileWithoutAnnotationsIsTheStandard() {
        var reading = AnnotatedProfile.read(List.of(
                new ProfileAttribute("username", null, false, false, true, true, List.of(), Map.of()),
                new ProfileAttribute("nick", null, false, false, true, true, List.of(), Map.of())));

        assertThat(reading.users()).isSameAs(UserType.STANDARD);
        assertThat(reading.users().type()).isEqualTo(ResourceTypes.USER);
    }

    private static String said(ProfileHome home) {
        var attribute = home.attribute();
        return home.profileAttribute() + " > " + home.path() + said(attribute);
    }

    private static String said(Attribute attribute) {
        var said = new ArrayList<String>(
                List.of(attribute.type().scimName(), attribute.mutability().scimName()));
        if (attribute.multiValued()) {
            said.add("multiValued");
        }
        if (attribute.required()) {
            said.add("required");
        }
        if (attribute.caseExact()) {
            said.add("caseExact");
        }
        if (!attribute.canonicalValues().isEmpty()) {
            said.add("of " + String.join("|", attribute.canonicalValues()));
        }
        return " (" + String.join(", ", said) + ")";
    }
}
