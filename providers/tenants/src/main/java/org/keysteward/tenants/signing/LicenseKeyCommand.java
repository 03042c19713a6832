package org.keysteward.tenants.signing;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.keysteward.kernel.command.Arguments;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.command.CommandFiles;
import org.keysteward.kernel.signing.Jwk;

/** Makes the keys that licenses are signed with. */
public final class LicenseKeyCommand implements Command {
    private final CommandFiles files;

    public LicenseKeyCommand() {
        this(System.in);
    }

    LicenseKeyCommand(InputStream in) {
        this.files = new CommandFiles(in);
    }

    @Override
    public String name() {
        return "license-key";
    }

    @Override
    public String summary() {
        return "Make a key to sign licenses with, or show its public part";
    }

    @Override
    public String usage() {
        return """
                license-key create --kid <kid> [--alg EdDSA|ES256] --out <private.jwk>
                  Makes a key, writes its private part to a new file that only its owner can read, and prints the
                  public part as a JWK set, to be registered in the customer's realm.
                    --kid   its name: 1 to 200 printable ASCII characters without blanks
                    --alg   EdDSA (Ed25519) unless given

                license-key public <private.jwk>
                  Prints the public part of a private key as a JWK set. '-' reads standard input.
                """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var action = arguments.isEmpty() ? "" : arguments.get(0);
        var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (action) {
            case "create" -> create(Arguments.of(rest, Set.of("kid", "alg", "out")), out, err);
            case "public" -> publish(Arguments.of(rest, Set.of()), out);
            default -> throw CommandException.usage("Say what to do: create or public.");
        };
    }

    private int create(Arguments arguments, PrintStream out, PrintStream err) {
        arguments.requireNoWords();
        var kid = arguments.required("kid");
        if (!Jwk.isKid(kid)) {
            throw CommandException.usage("--kid has 1 to 200 printable ASCII characters and no blanks.");
        }
        var algorithm = SignatureAlgorithm.of(arguments.option("alg").orElse(SignatureAlgorithm.EDDSA.jwsName()))
                .orElseThrow(() -> CommandException.usage("--alg is EdDSA or ES256."));
        var file = arguments.required("out");
        var key = LicenseSigningKey.generate(kid, algorithm);
        files.writeSecret(file, key.toJson() + System.lineSeparator(), err);
        print(key, out);
        return 0;
    }

    private int publish(Arguments arguments, PrintStream out) {
        print(privateKey(arguments.onlyWord("private key"), files), out);
        return 0;
    }

    static LicenseSigningKey privateKey(String file, CommandFiles files) {
        try {
            return LicenseSigningKey.parse(files.read(file));
        } catch (LicenseKeyException e) {
            throw CommandException.failure(file + ": " + e.getMessage());
        }
    }

    private static void print(LicenseSigningKey key, PrintStream out) {
        out.println(new LicenseKeys(List.of(key.publicKey())).toJson());
    }
}
