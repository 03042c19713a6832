package org.keysteward.launcher;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * {@code mvn -Prun}: a Keycloak with the bundle and the demo realm, in the foreground, for a person to try.
 *
 * <p>Embedded H2, one node, an administrator with a well-known password: nothing here is meant for production.
 */
public final class Run {
    private static final List<String> BUILD_OPTIONS = List.of("--db=dev-file", "--health-enabled=true");

    /** Halves the time of a start. What it takes from the throughput nobody notices who clicks. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private final RunSettings settings;
    private final PrintStream out;

    private Run(RunSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) throws InterruptedException {
        new Run(RunSettings.from(System.getProperties()), System.out).untilStopped();
    }

    @SuppressWarnings("try") // The hook closes the server before the block ends, on purpose.
    private void untilStopped() throws InterruptedException {
        Distribution distribution = prepared();
        out.println("Starting Keycloak ...");
        ServerOptions options = ServerOptions.on(settings.port(), settings.log())
                .withJvmOptions(QUICK_START)
                .with("cache", "local")
                .withArgument(AuditKeys.in(distribution.home().resolve("data"), settings.bundle())
                        .serverOption())
                .withArgument("--import-realm");

        AtomicBoolean stopping = new AtomicBoolean();
        try (KeycloakServer server = KeycloakServer.start(distribution, options)) {
            // Ctrl-C and SIGTERM end this program: hold it back until the server is gone, so that the port and the
            // database are free when the prompt returns. After a SIGKILL the guard does the same a moment later.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stopping.set(true);
                server.close();
            }));
            out.println(welcome(server.awaitReady()));
            int status = server.awaitExit();
            if (!stopping.get()) {
                throw new LaunchException("Keycloak ended with status %d. The log is %s and ends with:%n%s"
                        .formatted(status, server.log(), server.lastLogLines()));
            }
            // Returning would let Maven begin with the next module while it is going down.
            Thread.currentThread().join();
        }
    }

    private Distribution prepared() {
        out.println("Preparing Keycloak " + settings.keycloakVersion() + " in " + settings.home());
        Distribution distribution = Distribution.at(settings.home(), settings.pristine())
                .deploy(List.of(settings.bundle()))
                .realmFiles(settings.realmTemplates());
        if (distribution.build(BUILD_OPTIONS, settings.buildLog())) {
            out.println("Built the server with " + settings.bundle().getFileName());
        }
        return distribution;
    }

    private String welcome(KeycloakServer server) {
        String url = server.url().toString();
        return """

                Keysteward %s on Keycloak %s is ready after %d s (%d s of them Keycloak's own start).
                %s
                  Admin console     %s/admin/                               admin / admin
                  of the demo realm %s/admin/master/console/#/demo
                  Account console   %s/realms/demo/account/                 alice, bob, carol, dave / demo
                  API               %s/admin/realms/demo/keysteward/v1/     with an administrator's token
                                    %s/realms/demo/keysteward/v1/           with a member's token
                  Database, data    %s   (kept until `mvn clean`)
                  Log               %s

                These passwords are for trying things out only. Stop with Ctrl-C.""".formatted(
                        settings.version(),
                        settings.keycloakVersion(),
                        sinceCommand().toSeconds(),
                        server.sinceStart().toSeconds(),
                        consolePages(),
                        url,
                        url,
                        url,
                        url,
                        url,
                        settings.home().resolve("data"),
                        settings.log());
    }

    private String consolePages() {
        if (new BundleJar(settings.bundle()).hasConsolePages()) {
            return "";
        }
        return """

                The console pages of Keysteward are missing: building them needs Node 20.19 or newer. The API is complete.
                """;
    }

    /** Maven runs this class in its own process, so the process is as old as the command. */
    private static Duration sinceCommand() {
        return Duration.between(ProcessHandle.current().info().startInstant().orElseGet(Instant::now), Instant.now());
    }
}
