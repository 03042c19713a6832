package org.keysteward.kernel.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** Runs a command of the bundle's JAR. Exit codes: 0 done, 1 failed or the answer is no, 2 not understood. */
public final class Main {
    static final int FAILURE = 1;
    static final int USAGE = 2;

    private static final String HELP = "help";
    private static final String HELP_OPTION = "--help";
    private static final Set<String> ASKS_FOR_HELP = Set.of(HELP, HELP_OPTION, "-h");

    private final List<Command> commands;
    private final PrintStream out;
    private final PrintStream err;

    Main(List<Command> commands, PrintStream out, PrintStream err) {
        this.commands =
                commands.stream().sorted(Comparator.comparing(Command::name)).toList();
        this.out = out;
        this.err = err;
    }

    public static void main(String... arguments) {
        var commands = ServiceLoader.load(Command.class, Main.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        // Not in the platform's encoding: what is printed is JSON as often as not.
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(new Main(commands, out, err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            err.println("Name a command; 'help' lists them.");
            return USAGE;
        }
        var name = arguments.get(0);
        var rest = arguments.subList(1, arguments.size());
        if (ASKS_FOR_HELP.contains(name)) {
            return help(rest);
        }
        var command = find(name);
        if (command.isEmpty()) {
            return unknown(name);
        }
        if (rest.contains(HELP_OPTION)) {
            return help(List.of(name));
        }
        return run(command.get(), rest);
    }

    private int run(Command command, List<String> arguments) {
        try {
            var exitCode = command.run(arguments, out, err);
            // A token cut off by a full disk must not pass for one.
            if (out.checkError()) {
                err.println(command.name() + ": The output could not be written.");
                return FAILURE;
            }
            return exitCode;
        } catch (CommandException e) {
            err.println(command.name() + ": " + e.getMessage());
            return e.exitCode();
        }
    }

    private int help(List<String> about) {
        if (about.isEmpty()) {
            out.println("Usage: java -jar keysteward-<version>.jar <command> ...");
            commands.forEach(command -> out.printf("  %-12s %s%n", command.name(), command.summary()));
            out.printf("  %-12s %s%n", HELP, "How a command is called: help <command>");
            out.flush();
            return 0;
        }
        var command = find(about.get(0));
        if (command.isEmpty()) {
            return unknown(about.get(0));
        }
        out.println(command.get().usage().strip());
        out.flush();
        return 0;
    }

    private int unknown(String name) {
        err.println("There is no command '" + name + "'; 'help' lists those that there are.");
        return USAGE;
    }

    private Optional<Command> find(String name) {
        return commands.stream().filter(command -> command.name().equals(name)).findFirst();
    }
}
