package org.keysteward.kernel.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was written behind a command: words, and options as {@code --name value} or {@code --name=value}. Behind {@code
 * --} everything is a word. A value that itself begins with {@code --} needs the form with the equals sign.
 */
public final class Arguments {
    private static final String PREFIX = "--";

    private final List<String> words;
    private final Map<String, List<String>> options;

    private Arguments(List<String> words, Map<String, List<String>> options) {
        this.words = List.copyOf(words);
        this.options = options;
    }

    /**
     * @param known the options that there are, without their hyphens
     * @throws CommandException for any other option, and for one without a value
     */
    public static Arguments of(List<String> arguments, Set<String> known) {
        var words = new ArrayList<String>();
        var options = new LinkedHashMap<String, List<String>>();
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var argument = rest.next();
            if (argument.equals(PREFIX)) {
                rest.forEachRemaining(words::add);
            } else if (argument.startsWith(PREFIX)) {
                var equals = argument.indexOf('=');
                var name = argument.substring(PREFIX.length(), equals < 0 ? argument.length() : equals);
                if (!known.contains(name)) {
                    throw CommandException.usage("There is no option " + PREFIX + name + " here.");
                }
                var value = equals >= 0 ? argument.substring(equals + 1) : rest.hasNext() ? rest.next() : PREFIX;
                if (equals < 0 && value.startsWith(PREFIX)) {
                    throw CommandException.usage(PREFIX + name + " needs a value.");
                }
                options.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
            } else {
                words.add(argument);
            }
        }
        return new Arguments(words, options);
    }

    /** @throws CommandException where there are none, or several */
    public String onlyWord(String meaning) {
        if (words.size() != 1) {
            throw CommandException.usage("One " + meaning + " is needed here; these are " + words.size() + ".");
        }
        return words.get(0);
    }

    /** @throws CommandException where there are any */
    public void requireNoWords() {
        if (!words.isEmpty()) {
            throw CommandException.usage("Nothing is known to do with '" + words.get(0) + "'.");
        }
    }

    /** @throws CommandException where it is given more than once */
    public Optional<String> option(String name) {
        var values = all(name);
        if (values.size() > 1) {
            throw CommandException.usage(PREFIX + name + " is given more than once.");
        }
        return values.stream().findFirst();
    }

    /** @throws CommandException where it is not given, empty, or given more than once */
    public String required(String name) {
        return option(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> CommandException.usage(PREFIX + name + " is needed."));
    }

    /** The values of an option that may be repeated, in their order. */
    public List<String> all(String name) {
        return List.copyOf(options.getOrDefault(name, List.of()));
    }
}
