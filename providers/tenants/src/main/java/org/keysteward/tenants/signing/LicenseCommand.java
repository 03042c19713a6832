package org.keysteward.tenants.signing;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keysteward.kernel.command.Arguments;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.command.CommandFiles;
import org.keysteward.kernel.json.MalformedException;

/** Signs licenses, shows them, and verifies them as a server would. */
public final class LicenseCommand implements Command {
    // What could move the cursor or turn the writing around: nobody has vouched for a license that is only shown.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private final Clock clock;
    private final CommandFiles files;

    public LicenseCommand() {
        this(Clock.systemUTC(), System.in);
    }

    LicenseCommand(Clock clock, InputStream in) {
        this.clock = clock;
        this.files = new CommandFiles(in);
    }

    @Override
    public String name() {
        return "license";
    }

    @Override
    public String summary() {
        return "Sign a license, show one, or verify one";
    }

    @Override
    public String usage() {
        return """
                license sign --key <private.jwk> --tenant <alias> --issuer <https://.../realms/x> --plan <key>
                        --expires <time> [--starts <time>] [--grace-days <n>] [--limit <key>=<number>]...
                        [--feature <name>=<JSON value>]... [--id <id>]
                  Prints the license as a compact JWS. A time is a date (its beginning in UTC) or an instant such as
                  2027-01-01T12:00:00Z; it starts now unless --starts is given. The id is a new UUID unless given.

                license show <file>
                  Prints what a license says, and verifies nothing. '-' reads standard input.

                license verify --keys <jwks.json> --tenant <alias> --issuer <https://.../realms/x> <file>
                  Prints what a license says if it holds now for this tenant in this realm; says why and exits with 1
                  if it does not. '-' reads standard input.
                """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var action = arguments.isEmpty() ? "" : arguments.get(0);
        var rest = arguments.subList(Math.min(1, arguments.size()), arguments.size());
        return switch (action) {
            case "sign" -> sign(Arguments.of(rest, LicenseOptions.ALL), out);
            case "show" -> show(Arguments.of(rest, Set.of()), out);
            case "verify" -> verify(Arguments.of(rest, Set.of("keys", "tenant", "issuer")), out, err);
            default -> throw CommandException.usage("Say what to do: sign, show or verify.");
        };
    }

    private int sign(Arguments arguments, PrintStream out) {
        var license = new LicenseOptions(arguments, clock).license();
        var key = LicenseKeyCommand.privateKey(arguments.required("key"), files);
        try {
            out.println(new LicenseSigner(key).sign(license));
        } catch (IllegalArgumentException e) {
            throw CommandException.failure(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private int show(Arguments arguments, PrintStream out) {
        var text = files.read(arguments.onlyWord("file")).strip();
        try {
            var jws = CompactJws.parse(text);
            var claims = jws.claims();
            out.println("Nothing was verified: anybody can write this.");
            out.println("Key: " + visible(String.valueOf(jws.kid())) + " (" + visible(jws.algorithm()) + ")");
            out.println(visible(new ClaimsText(claims).toString()));
        } catch (MalformedException e) {
            throw CommandException.failure(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private int verify(Arguments arguments, PrintStream out, PrintStream err) {
        var tenant = arguments.required("tenant");
        var issuer = LicenseOptions.issuer(arguments);
        var keys = keys(arguments.required("keys"));
        var text = files.read(arguments.onlyWord("file")).strip();
        var verification = new LicenseVerifier(keys, issuer, clock).verify(text, tenant, Optional.empty());
        if (verification instanceof Verification.Refused refused) {
            err.println("Refused, " + refused.reason().problemName() + ": " + visible(refused.detail()));
            return 1;
        }
        if (verification instanceof Verification.Accepted accepted) {
            out.println("Verified with the key " + accepted.kid() + ".");
            out.println(visible(new ClaimsText(Claims.write(accepted.license())).toString()));
        }
        return 0;
    }

    private LicenseKeys keys(String file) {
        try {
            return LicenseKeys.parse(files.read(file));
        } catch (LicenseKeyException e) {
            throw CommandException.failure(file + e.pointer() + ": " + e.getMessage());
        }
    }

    private static String visible(String text) {
        return text.lines()
                .map(line -> INVISIBLE
                        .matcher(line)
                        .replaceAll(match ->
                                String.format("\\\\u%04X", match.group().codePointAt(0))))
                .reduce((one, next) -> one + System.lineSeparator() + next)
                .orElse("");
    }
}
