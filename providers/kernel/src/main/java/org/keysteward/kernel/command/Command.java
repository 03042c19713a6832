package org.keysteward.kernel.command;

import java.io.PrintStream;
import java.util.List;

/**
 * Something that the bundle's JAR does outside a server. A capability names its commands in {@code
 * META-INF/services/org.keysteward.kernel.command.Command}; they are public, with a public constructor without
 * parameters.
 */
public interface Command {
    /** What it is called on the command line: lower-case words joined by hyphens. */
    String name();

    /** What it does, in one line for the list of commands. */
    String summary();

    /** How it is called, in as many lines as that takes. */
    String usage();

    /**
     * Does it.
     *
     * @param arguments what was written behind the command's name
     * @return the exit code: 0 where it went well, 1 where the answer is no
     * @throws CommandException where it cannot be done, or was asked for in a way that it does not understand
     */
    int run(List<String> arguments, PrintStream out, PrintStream err);
}
