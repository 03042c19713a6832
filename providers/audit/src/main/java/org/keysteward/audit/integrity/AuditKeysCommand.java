package org.keysteward.audit.integrity;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.keysteward.kernel.command.Arguments;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.command.CommandFiles;
import org.keysteward.kernel.signing.Jwk;

/** Makes the keys of the audit trail. */
public final class AuditKeysCommand implements Command {
    private static final String BOTH = "both";

    private final CommandFiles files;
    private final Clock clock;

    public AuditKeysCommand() {
        this(System.in, Clock.systemUTC());
    }

    AuditKeysCommand(InputStream in, Clock clock) {
        this.files = new CommandFiles(in);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-keys";
    }

    @Override
    public String summary() {
        return "Make or change the keys of the audit trail, or show the public ones";
    }

    @Override
    public String usage() {
        return """
                audit-keys create --out <keys.json> [--kid <name>]
                  Makes a key that encrypts and one that signs, writes both to a new file that only its owner can read,
                  and prints the public part of the one that signs as a JWK set, to be published.
                    --kid   what the keys' names begin with; today's date unless given

                audit-keys rotate <keys.json> --out <new-keys.json> [--use enc|sig] [--kid <name>]
                  Writes the same keys and, in front of them, new ones for what is new. The old ones stay: what they have
                  encrypted and signed needs them.
                    --use   a new key for encryption (enc) or for signatures (sig) alone; both unless given

                audit-keys public <keys.json>
                  Prints the public parts of the keys that sign as a JWK set. '-' reads standard input.
                """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var action = arguments.isEmpty() ? "" : arguments.get(0);
        var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (action) {
            case "create" -> create(Arguments.of(rest, Set.of("out", "kid")), out, err);
            case "rotate" -> rotate(Arguments.of(rest, Set.of("out", "use", "kid")), out, err);
            case "public" -> publish(read(Arguments.of(rest, Set.of()).onlyWord("key file")), out);
            default -> throw CommandException.usage("Say what to do: create, rotate or public.");
        };
    }

    private int create(Arguments arguments, PrintStream out, PrintStream err) {
        arguments.requireNoWords();
        var file = arguments.required("out");
        return write(KeyFile.generate(keyName(arguments)), file, out, err);
    }

    private int rotate(Arguments arguments, PrintStream out, PrintStream err) {
        var keys = read(arguments.onlyWord("key file"));
        var file = arguments.required("out");
        var name = keyName(arguments);
        try {
            var rotated = switch (arguments.option("use").orElse(BOTH)) {
                case "enc" -> keys.withNewEncryptionKey(name + "-enc");
                case "sig" -> keys.withNewSigningKey(name + "-sig");
                case BOTH -> keys.withNewEncryptionKey(name + "-enc").withNewSigningKey(name + "-sig");
                default -> throw CommandException.usage("--use is enc or sig.");
            };
            return write(rotated, file, out, err);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage() + " Name another one with --kid.");
        }
    }

    private int write(KeyFile keys, String file, PrintStream out, PrintStream err) {
        files.writeSecret(file, keys.toJson() + System.lineSeparator(), err);
        return publish(keys, out);
    }

    private int publish(KeyFile keys, PrintStream out) {
        out.println(keys.publicKeys().toJson());
        return 0;
    }

    private KeyFile read(String file) {
        try {
            return KeyFile.parse(files.read(file));
        } catch (KeyFileException e) {
            throw CommandException.failure(file + ": " + e.getMessage());
        }
    }

    private String keyName(Arguments arguments) {
        var name = arguments.option("kid").orElseGet(() -> LocalDate.now(clock).toString());
        if (!Jwk.isKid(name + "-enc")) {
            throw CommandException.usage("--kid has 1 to 196 printable ASCII characters and no blanks.");
        }
        return name;
    }
}
