package org.keysteward.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldErrorsTest {
    private final FieldErrors errors = new FieldErrors();

    @Test
    void saysNothingWhileNothingIsWrong() {
        assertThat(errors.requireText("/name", "Acme", 10)).isTrue();
        assertThat(errors.problem()).isEmpty();
    }

    @Test
    void gathersEverythingThatIsWrong() {
        errors.requireText("/name", " ", 10);
        errors.requireText("/alias", "x".repeat(11), 10);
        errors.requireText("/key", "a\u0000b", 10);

        var problem = errors.problem().orElseThrow();

        assertThat(problem.type()).isEqualTo(ProblemType.INVALID_FIELD);
        assertThat(problem.errors())
                .containsExactly(
                        new Problem.FieldError("/name", "This field is needed."),
                        new Problem.FieldError("/alias", "At most 10 characters; these are 11."),
                        new Problem.FieldError("/key", "Control characters are not allowed."));
    }

    @Test
    void escapesNamesInPointers() {
        assertThat(FieldErrors.token("a/b~c")).isEqualTo("a~1b~0c");
    }
}
