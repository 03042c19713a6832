package org.keysteward.kernel.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Says what it was given; fails where that is "fail" or "what". */
    private static final class Echo implements Command {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public String summary() {
            return "Say it again";
        }

        @Override
        public String usage() {
            return "echo <words>";
        }

        @Override
        public int run(List<String> arguments, PrintStream out, PrintStream err) {
            if (arguments.contains("fail")) {
                throw CommandException.failure("It failed.");
            }
            if (arguments.contains("what")) {
                throw CommandException.usage("What?");
            }
            out.println(String.join(" ", arguments));
            return 0;
        }
    }

    @Test
    void runsTheCommandThatIsNamed() {
        assertThat(run("echo", "a", "b")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToIgnoringNewLines("a b");
    }

    @Test
    void helpListsCommandsAndShowsOne() {
        assertThat(run("help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("echo", "Say it again");

        assertThat(run("help", "echo")).isZero();
        assertThat(run("echo", "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("echo <words>");
    }

    @Test
    void whatIsNotUnderstoodExitsWithTwo() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("sing")).isEqualTo(2);
        assertThat(run("help", "sing")).isEqualTo(2);
        assertThat(run("echo", "what")).isEqualTo(2);

        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "Name a command; 'help' lists them.",
                        "There is no command 'sing'; 'help' lists those that there are.",
                        "There is no command 'sing'; 'help' lists those that there are.",
                        "echo: What?");
    }

    @Test
    void whatFailsExitsWithOneAndOneLine() {
        assertThat(run("echo", "fail")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).containsExactly("echo: It failed.");
    }

    @Test
    void outputThatIsLostIsAFailure() {
        var full = new PrintStream(new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("No space left on device");
            }
        });

        assertThat(new Main(List.of(new Echo()), full, new PrintStream(err)).run(List.of("echo", "a")))
                .isEqualTo(1);
    }

    private int run(String... arguments) {
        return new Main(
                        List.of(new Echo()),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments));
    }
}
