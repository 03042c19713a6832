package org.keysteward.audit.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalTest {
    record PersonalCase(String description, String resource, String pointer, boolean personal) implements Tables.Case {}

    static Stream<Named<PersonalCase>> cases() {
        return Tables.read("personal.yaml", PersonalCase.class);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsPersonal(PersonalCase one) {
        assertThat(Personal.isPersonal(one.resource(), one.pointer())).isEqualTo(one.personal());
    }
}
