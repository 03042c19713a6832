package org.keysteward.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one start of a server is told. The server listens on the loopback interface only, speaks plain HTTP and makes
 * the administrator {@code admin} with the password {@code admin} in an empty database.
 *
 * @param port where HTTP is served
 * @param managementPort where health and metrics are served
 * @param arguments further arguments of {@code kc.sh start}
 * @param environment variables added to this program's own
 * @param log the file that takes the server's output; it is appended to
 * @param readyWithin how long the server may take until it is ready
 */
public record ServerOptions(
        int port,
        int managementPort,
        List<String> arguments,
        Map<String, String> environment,
        Path log,
        Duration readyWithin) {

    public static final String ADMINISTRATOR = "admin";
    public static final String ADMINISTRATOR_PASSWORD = "admin";

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);

    public ServerOptions {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** Options with a free management port, no further arguments and three minutes to become ready. */
    public static ServerOptions on(int port, Path log) {
        return new ServerOptions(port, Ports.free(), List.of(), Map.of(), log, READY_WITHIN);
    }

    /** These options and one more server option, for example {@code with("cache", "local")}. */
    public ServerOptions with(String option, String value) {
        return withArgument("--" + option + "=" + value);
    }

    public ServerOptions withArgument(String argument) {
        List<String> more = new ArrayList<>(arguments);
        more.add(argument);
        return new ServerOptions(port, managementPort, more, environment, log, readyWithin);
    }

    public ServerOptions withEnvironment(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(environment);
        more.put(name, value);
        return new ServerOptions(port, managementPort, arguments, more, log, readyWithin);
    }

    /** These options with options for the Java virtual machine, added to those of {@code kc.sh}. */
    public ServerOptions withJvmOptions(String jvmOptions) {
        return withEnvironment("JAVA_OPTS_APPEND", jvmOptions);
    }

    List<String> startArguments() {
        List<String> start = new ArrayList<>(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname-strict=false",
                // Otherwise every look at a server that is not ready yet is a line in its log.
                "--log-level-io.smallrye.health=warn"));
        start.addAll(arguments);
        return start;
    }

    Map<String, String> startEnvironment() {
        Map<String, String> start = new LinkedHashMap<>();
        start.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMINISTRATOR);
        start.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMINISTRATOR_PASSWORD);
        start.putAll(environment);
        return start;
    }
}
