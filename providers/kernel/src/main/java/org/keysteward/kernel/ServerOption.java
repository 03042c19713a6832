package org.keysteward.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something that an operator sets for the whole server, as {@code --spi-keysteward--<capability>--<key>}. Key, help,
 * default and bounds stand together, and the reference page is generated from them.
 */
public sealed interface ServerOption {
    String key();

    String help();

    /** The default, as an operator would write it. */
    String defaultText();

    /** What may be set, for people. */
    String accepts();

    /** A whole number within bounds, both included. */
    record WholeNumber(String key, String help, int defaultValue, int minimum, int maximum) implements ServerOption {
        public WholeNumber {
            if (defaultValue < minimum || defaultValue > maximum) {
                throw new IllegalArgumentException("The default of " + key + " is out of its own bounds");
            }
        }

        /** @throws InvalidOptionException where the value is out of bounds: a server must not start on a guess */
        public int valueOf(@Nullable Integer configured) {
            if (configured == null) {
                return defaultValue;
            }
            if (configured < minimum || configured > maximum) {
                throw new InvalidOptionException(this, configured.toString());
            }
            return configured;
        }

        @Override
        public String defaultText() {
            return Integer.toString(defaultValue);
        }

        @Override
        public String accepts() {
            return minimum + " to " + maximum;
        }
    }

    /** A text of a given form; the empty one is a value too. */
    record Text(String key, String help, String defaultText, String accepts, Pattern form) implements ServerOption {
        public Text {
            if (!form.matcher(defaultText).matches()) {
                throw new IllegalArgumentException("The default of " + key + " does not have its own form");
            }
        }

        /** @throws InvalidOptionException where the value has another form */
        public String valueOf(@Nullable String configured) {
            if (configured == null) {
                return defaultText;
            }
            if (!form.matcher(configured.strip()).matches()) {
                throw new InvalidOptionException(this, configured);
            }
            return configured.strip();
        }
    }

    /** Yes or no. */
    record Switch(String key, String help, boolean defaultValue) implements ServerOption {
        public boolean valueOf(@Nullable Boolean configured) {
            return configured == null ? defaultValue : configured;
        }

        @Override
        public String defaultText() {
            return Boolean.toString(defaultValue);
        }

        @Override
        public String accepts() {
            return "true or false";
        }
    }

    /** A server option has a value that it does not accept. */
    final class InvalidOptionException extends RuntimeException {
        private final transient ServerOption option;

        InvalidOptionException(ServerOption option, String value) {
            super("Server option " + option.key() + " accepts " + option.accepts() + ", not " + value);
            this.option = option;
        }

        public ServerOption option() {
            return option;
        }
    }
}
