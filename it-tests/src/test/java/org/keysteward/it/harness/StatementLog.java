package org.keysteward.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The statements that a request has caused, in the order in which PostgreSQL began them.
 *
 * @param statements their texts; begin, commit and rollback are left out
 */
public record StatementLog(List<String> statements) {
    public StatementLog {
        statements = List.copyOf(statements);
    }

    public int count() {
        return statements.size();
    }

    /** The statements that mention this text, a table for example, in whatever case. */
    public StatementLog mentioning(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return new StatementLog(statements.stream()
                .filter(statement -> statement.toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
    }

    /** Without those that mention this text. */
    public StatementLog without(String text) {
        List<String> left = new ArrayList<>(statements);
        left.removeAll(mentioning(text).statements());
        return new StatementLog(left);
    }

    @Override
    public String toString() {
        return statements.stream().collect(Collectors.joining("\n  ", count() + " statements\n  ", ""));
    }
}
