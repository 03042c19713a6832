package org.keysteward.kernel.command;

/** A command that ends early, with one line that says why. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It was called in a way that it does not understand; exit code 2. */
    public static CommandException usage(String message) {
        return new CommandException(Main.USAGE, message);
    }

    /** It was understood, and cannot be done; exit code 1. */
    public static CommandException failure(String message) {
        return new CommandException(Main.FAILURE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
