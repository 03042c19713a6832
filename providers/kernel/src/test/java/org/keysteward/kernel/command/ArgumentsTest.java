package org.keysteward.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    @Test
    void readsBothFormsOfAnOption() {
        var arguments = of("--kid", "a", "file", "--out=b=c");

        assertThat(arguments.required("kid")).isEqualTo("a");
        assertThat(arguments.option("out")).contains("b=c");
        assertThat(arguments.onlyWord("file")).isEqualTo("file");
    }

    @Test
    void keepsTheOrderOfWhatIsRepeated() {
        assertThat(of("--kid", "b", "--kid", "a").all("kid")).containsExactly("b", "a");
        assertThat(of().all("kid")).isEmpty();
        assertThat(of().option("kid")).isEmpty();
    }

    @Test
    void aHyphenIsAWordAndSoIsWhatStandsBehindTwo() {
        assertThat(of("-").onlyWord("file")).isEqualTo("-");
        assertThat(of("--", "--kid").onlyWord("file")).isEqualTo("--kid");
    }

    @Test
    void saysInOneLineWhatIsWrong() {
        assertUsage(() -> of("--nonsense", "a"), "There is no option --nonsense here.");
        assertUsage(() -> of("--kid"), "--kid needs a value.");
        assertUsage(() -> of("--kid", "--out", "b"), "--kid needs a value.");
        assertUsage(() -> of("--kid", "a", "--kid", "b").option("kid"), "--kid is given more than once.");
        assertUsage(() -> of().required("kid"), "--kid is needed.");
        assertUsage(() -> of("--kid=").required("kid"), "--kid is needed.");
        assertUsage(() -> of().onlyWord("file"), "One file is needed here; these are 0.");
        assertUsage(() -> of("a").requireNoWords(), "Nothing is known to do with 'a'.");
    }

    private static Arguments of(String... arguments) {
        return Arguments.of(List.of(arguments), Set.of("kid", "out"));
    }

    private static void assertUsage(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(message);
    }
}
