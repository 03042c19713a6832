package org.keysteward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands stand for {@code kc.sh}: a shell that runs the server in the background and passes TERM on. */
@Timeout(60)
@SuppressWarnings("try") // Closing early is what is tested.
class GuardedProcessTest {
    private static final String SERVER = "sleep 300 & echo $! > server.pid; wait $!";

    @TempDir
    private Path directory;

    @Test
    void endsTheServerOnClose() throws Exception {
        try (GuardedProcess guarded = start(SERVER)) {
            ProcessHandle server = server();
            assertThat(server.isAlive()).isTrue();

            guarded.close();

            assertThat(endsWithin(server, Duration.ofSeconds(5))).isTrue();
            assertThat(guarded.isAlive()).isFalse();
        }
    }

    @Test
    void endsTheServerWhenTheStartingProgramIsKilled() throws Exception {
        Process program = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GuardedProcessTest.class.getName(),
                        directory.toString())
                .inheritIO()
                .start();
        ProcessHandle server = server();

        program.destroyForcibly().waitFor();

        assertThat(endsWithin(server, Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void passesTheExitStatusOn() throws Exception {
        try (GuardedProcess guarded = start("exit 7")) {
            assertThat(guarded.awaitExit()).isEqualTo(7);
        }
    }

    @Test
    void leavesNothingBehindOfAServerThatDiedByItself() throws Exception {
        try (GuardedProcess guarded = start("sleep 300 & echo $! > server.pid; exit 1")) {
            assertThat(guarded.awaitExit()).isEqualTo(1);

            assertThat(endsWithin(server(), Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void endsAServerThatRefusesToStop() throws Exception {
        String stubborn = "trap '' TERM; echo $$ > server.pid; while :; do sleep 1; done";
        try (GuardedProcess guarded = GuardedProcess.start(
                List.of("sh", "-c", stubborn), Map.of(), directory, log(), Duration.ofSeconds(1))) {
            ProcessHandle server = server();

            guarded.close();

            assertThat(endsWithin(server, Duration.ofSeconds(5))).isTrue();
        }
    }

    /** The starting program of {@link #endsTheServerWhenTheStartingProgramIsKilled}. */
    public static void main(String[] arguments) throws InterruptedException {
        Path directory = Path.of(arguments[0]);
        GuardedProcess.start(
                        List.of("sh", "-c", SERVER),
                        Map.of(),
                        directory,
                        directory.resolve("log"),
                        Duration.ofSeconds(5))
                .awaitExit();
    }

    private GuardedProcess start(String script) {
        return GuardedProcess.start(List.of("sh", "-c", script), Map.of(), directory, log(), Duration.ofSeconds(5));
    }

    private ProcessHandle server() throws IOException, InterruptedException {
        Path file = directory.resolve("server.pid");
        while (!Files.exists(file) || Files.size(file) == 0) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
    }

    private static boolean endsWithin(ProcessHandle process, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return !process.isAlive();
    }

    private Path log() {
        return directory.resolve("log");
    }
}
