package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.json.Json;
import org.keysteward.tenants.Limit;

class CommandsTest {
    private static final List<String> GOOD = List.of(
            "sign", "--key=KEY", "--tenant=acme", "--issuer=" + Vendor.ISSUER, "--plan=team", "--expires=2027-11-01");

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void areFoundByTheMainClass() {
        assertThat(ServiceLoader.load(Command.class).stream()
                        .map(found -> found.get().name()))
                .contains("license", "license-key");
    }

    @ParameterizedTest
    @EnumSource
    void aKeyIsMadeALicenseSignedAndVerified(SignatureAlgorithm algorithm) throws IOException {
        keyCommand("create", "--kid", "2026-a", "--alg", algorithm.jwsName(), "--out", file("private.jwk"));
        write("jwks.json", output());

        license(
                "sign",
                "--key",
                file("private.jwk"),
                "--tenant",
                "acme",
                "--issuer",
                Vendor.ISSUER,
                "--plan",
                "team",
                "--expires",
                "2027-11-01T12:00:00+02:00",
                "--starts",
                "2026-11-01",
                "--grace-days",
                "14",
                "--limit",
                "seats=50",
                "--feature",
                "sso=true",
                "--feature",
                "tier=\"gold\"");
        var token = output();
        var license = write("license.jws", token);
        assertThat(license(
                        "verify", "--keys", file("jwks.json"), "--tenant", "acme", "--issuer", Vendor.ISSUER, license))
                .isZero();

        assertThat(output()).contains("Verified with the key 2026-a.", "plan: \"team\"", "(2027-11-01T10:00:00Z)");
        var keys = LicenseKeys.parse(Files.readString(directory.resolve("jwks.json")));
        var verification =
                new LicenseVerifier(keys, Vendor.ISSUER, Vendor.TODAY).verify(token.strip(), "acme", Optional.empty());
        assertThat(verification).isInstanceOfSatisfying(Verification.Accepted.class, accepted -> {
            assertThat(accepted.license().startsAt()).isEqualTo("2026-11-01T00:00:00Z");
            assertThat(accepted.license().issuedAt()).isEqualTo(Vendor.TODAY.instant());
            assertThat(accepted.license().limits().of(Limit.SEATS)).hasValue(50);
            assertThat(accepted.license().features()).isEqualTo(Map.of("sso", true, "tier", "gold"));
            assertThat(accepted.license().graceDays()).isEqualTo(14);
            assertThat(accepted.license().id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-7.*");
        });
    }

    @Test
    void onlyTheOwnerCanReadAPrivateKey() throws IOException {
        keyCommand("create", "--kid", "a", "--out", file("private.jwk"));

        var path = directory.resolve("private.jwk");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(path)).contains("\"d\"");
        assertThat(output()).contains("\"kid\": \"a\"", "\"Ed25519\"").doesNotContain("\"d\"");
    }

    @Test
    void aPrivateKeyIsNeverOverwritten() throws IOException {
        var path = write("private.jwk", "the old one");

        assertFailure(1, () -> keyCommand("create", "--kid", "a", "--out", path));
        assertFailure(1, () -> keyCommand("create", "--kid", "a", "--out", file("missing/private.jwk")));

        assertThat(Files.readString(Path.of(path))).isEqualTo("the old one");
        assertThat(output()).isEmpty();
    }

    @Test
    void aPrivateKeyIsNotWrittenThroughALink() throws IOException {
        var link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("elsewhere"));

        assertFailure(1, () -> keyCommand("create", "--kid", "a", "--out", link.toString()));

        assertThat(directory.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void thePublicPartIsPrinted() throws IOException {
        keyCommand("public", write("private.jwk", Vendor.A.toJson()));

        assertThat(LicenseKeys.parse(output()).all()).containsExactly(Vendor.A.publicKey());
    }

    @Test
    void aPublicKeySignsNothing() throws IOException {
        var jwk = write("public.jwk", Json.write(Vendor.A.publicKey().toJwk()));

        assertFailure(1, () -> keyCommand("public", jwk));
        assertFailure(1, () -> keyCommand("public", write("broken.jwk", "{")));
        assertFailure(1, () -> keyCommand("public", file("missing.jwk")));
    }

    @Test
    void aPrivateKeyDoesNotVerify() throws IOException {
        var jwks = write("jwks.json", "{\"keys\":[" + Vendor.A.toJson() + "]}");

        assertFailure(1, () -> verify(jwks, write("license.jws", Vendor.token(Vendor.A))));
    }

    @Test
    void showSaysWhatIsInALicenseAndThatNobodyVouchesForIt() throws IOException {
        var token = Vendor.token(
                LicenseSigningKey.generate("x", SignatureAlgorithm.EDDSA),
                Map.of("note", "\u001b[2Jsafe\u202e\u2028", "sub", "acme"));

        assertThat(license("show", write("license.jws", token))).isZero();

        assertThat(output())
                .startsWith("Nothing was verified")
                .contains("Key: x (EdDSA)", "sub: \"acme\"", "exp: 1825027200 (2027-11-01T00:00:00Z)", "limits: ")
                .doesNotContain("\u001b", "\u202e", "\u2028");
        assertFailure(1, () -> license("show", write("rubbish.jws", "rubbish")));
    }

    @Test
    void aLicenseIsReadFromStandardInput() throws IOException {
        var jwks = write("jwks.json", Vendor.KEYS.toJson());

        assertThat(verify(jwks, "-", Vendor.token(Vendor.A) + "\n")).isZero();
    }

    @Test
    void aRefusalExitsWithOneAndSaysWhy() throws IOException {
        var jwks = write("jwks.json", Vendor.KEYS.toJson());
        var token = Vendor.token(Vendor.A, Map.of("exp", Vendor.seconds("2026-11-15T00:00:00Z")));

        assertThat(verify(jwks, write("license.jws", token))).isEqualTo(1);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        "Refused, license-already-expired: The license expired at 2026-11-15T00:00:00Z.");
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "--key         | --key is needed.",
                "--tenant      | --tenant is needed.",
                "--issuer      | --issuer is needed.",
                "--plan        | --plan is needed.",
                "--expires     | --expires is needed.",
                "--plan=A Plan | The claim plan is not a plan's key.",
                "--expires=soon | --expires is a date such as 2027-12-31, or an instant such as 2027-12-31T12:00:00Z.",
                "--expires=2026-01-01 | --expires is in the past.",
                "--starts=2028-01-01 | The term is backwards: exp is not after nbf.",
                "--issuer=login.example/realms/customer | --issuer is a realm's issuer, such as"
                        + " https://login.example/realms/customer.",
                "--issuer=https://login.example/realms/customer/ | --issuer is a realm's issuer, such as"
                        + " https://login.example/realms/customer.",
                "--limit=unicorns=1 | There is no limit unicorns.",
                "--limit=seats | --limit is written as <name>=<value>.",
                "--limit=seats=many | --limit seats is a whole number from 0 to 1000000000.",
                "--limit=seats=-1 | Limit seats out of bounds: -1",
                "--feature=tier=gold | --feature tier is not JSON; a text is written with its quotes, as in '\"gold\"'.",
                "--feature=tier=null | --feature tier has no value.",
                "--grace-days=4000 | The claim graceDays is a number from 0 to 3650.",
                "--grace-days=few | --grace-days is a whole number from 0 to 3650.",
                "--id= | The claim jti has 1 to 200 characters, and none of control.",
                "--colour=red | There is no option --colour here.",
                "word | Nothing is known to do with 'word'."
            })
    void signSaysWhatIsWrong(String change, String message) throws IOException {
        var key = write("private.jwk", Vendor.A.toJson());
        var option = change.contains("=") ? change.substring(0, change.indexOf('=') + 1) : change + "=";
        var arguments = new ArrayList<>(GOOD);
        arguments.removeIf(argument -> argument.startsWith(option));
        arguments.replaceAll(argument -> argument.replace("KEY", key));
        if (change.contains("=") || !change.startsWith("--")) {
            arguments.add(change);
        }

        assertThatThrownBy(() -> license(arguments.toArray(String[]::new)))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessage(message);
        assertThat(output()).isEmpty();
    }

    @Test
    void aLicenseThatNobodyWouldReadIsNotSigned() throws IOException {
        var arguments = new ArrayList<>(GOOD);
        var key = write("private.jwk", Vendor.A.toJson());
        arguments.replaceAll(argument -> argument.replace("KEY", key));
        arguments.add("--feature=filler=\"" + "x".repeat(32 * 1024) + "\"");

        assertFailure(1, () -> license(arguments.toArray(String[]::new)));
    }

    @Test
    void whatIsNotUnderstoodIsUsage() {
        assertFailure(2, () -> license());
        assertFailure(2, () -> license("steal"));
        assertFailure(2, () -> license("show"));
        assertFailure(2, () -> license("show", "a", "b"));
        assertFailure(2, () -> keyCommand());
        assertFailure(2, () -> keyCommand("create", "--kid", "a"));
        assertFailure(2, () -> keyCommand("create", "--kid", "a b", "--out", file("private.jwk")));
        assertFailure(2, () -> keyCommand("create", "--kid", "a", "--alg", "RS256", "--out", file("private.jwk")));
    }

    private int keyCommand(String... arguments) {
        return new LicenseKeyCommand(new ByteArrayInputStream(new byte[0]))
                .run(List.of(arguments), stream(out), stream(err));
    }

    private int license(String... arguments) {
        return run("", arguments);
    }

    private int verify(String jwks, String file) {
        return verify(jwks, file, "");
    }

    private int verify(String jwks, String file, String input) {
        return run(input, "verify", "--keys", jwks, "--tenant", "acme", "--issuer", Vendor.ISSUER, file);
    }

    private int run(String input, String... arguments) {
        return new LicenseCommand(Vendor.TODAY, new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)))
                .run(List.of(arguments), stream(out), stream(err));
    }

    private static void assertFailure(int exitCode, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(CommandException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(exitCode);
            assertThat(e).message().hasLineCount(1);
        });
    }

    /** What was printed since this was last asked for. */
    private String output() {
        var text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    private String file(String name) {
        return directory.resolve(name).toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
