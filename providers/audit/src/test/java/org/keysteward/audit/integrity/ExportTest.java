package org.keysteward.audit.integrity;

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
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.json.Json;

/** The commands, on files. */
class ExportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T10:00:00Z"), ZoneOffset.UTC);

    private final Trail trail = Trail.of(7, 57, 10).retain(new SeqRange(13, 14), new SeqRange(22, 22));
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path directory;

    @Test
    void areFoundByTheMainClass() {
        assertThat(ServiceLoader.load(Command.class).stream()
                        .map(found -> found.get().name()))
                .contains("audit-keys", "audit-verify");
    }

    @Test
    void anExportHolds() throws IOException {
        var keys = write("public.jwks", Trail.KEYS.toJson());
        var anchor = write(
                "anchor",
                String.join("\n", trail.anchor.stream().map(Signed::toLine).toList()) + "\n");

        var exit = verify(write("export", trail.export(1, 57)), "--keys", keys, "--anchor", anchor);

        assertThat(exit).isZero();
        assertThat(output())
                .contains(
                        "seq 1 to 57", "54, and 3 tombstones", "up to seq 50, with the key 2026-sig", "checkpoints: 5")
                .contains("7 records behind the last checkpoint", "those that you gave", "agrees");
    }

    @Test
    void withoutKeysTheSummarySaysSo() throws IOException {
        assertThat(verify(write("export", trail.export(1, 57)))).isZero();
        assertThat(output()).contains("only those that the file itself names").contains("none given");
    }

    @ParameterizedTest
    @CsvSource({"1, 57", "1, 50", "11, 57", "15, 57", "15, 33", "20, 22", "51, 57", "1, 1", "57, 57", "14, 14"})
    void aPartHolds(long first, long last) throws IOException {
        var anchor = write(
                "anchor",
                String.join("\n", trail.anchor.stream().map(Signed::toLine).toList()));

        var exit = verify(write("export", trail.export(first, last)), "--anchor", anchor);

        var summary = output();
        assertThat(exit).as(summary).isZero();
        if (first > 1) {
            assertThat(summary).contains("not checked  what is before seq " + first);
        }
    }

    @Test
    void aPartThatBeginsInsideACheckpointIsStillHeldByItsLastHash() throws IOException {
        trail.tamper("change-body 17");
        trail.tamper("rehash 17 20");

        assertThat(verify(write("export", trail.export(15, 57)))).isEqualTo(1);
        assertThat(output()).startsWith("CHANGED at seq 15 to 20");
    }

    @Test
    void anArchiveHolds() throws IOException {
        var archive = directory.resolve("archive.gz");
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(archive))) {
            gzip.write(text(trail.export(1, 57)).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(verify(archive.toString())).isZero();
    }

    @Test
    void theStandardInputIsRead() {
        var in = new ByteArrayInputStream(text(trail.export(1, 57)).getBytes(StandardCharsets.UTF_8));

        assertThat(new AuditVerifyCommand(in).run(List.of("-"), print(), print()))
                .isZero();
    }

    @Test
    void anotherKeyThanThePublishedOneIsFound() throws IOException {
        var other = new VerificationKeys(List.of(SigningKey.generate("2026-sig").publicKey()));

        var exit = verify(write("export", trail.export(1, 57)), "--keys", write("jwks", other.toJson()));

        assertThat(exit).isEqualTo(1);
        assertThat(output()).startsWith("CHECKPOINT_CHANGED at seq 13 to 22");
    }

    @Test
    void aFileThatWasCutOffIsFound() throws IOException {
        var lines = trail.export(1, 57);

        assertThat(verify(write("export", lines.subList(0, lines.size() - 1)))).isEqualTo(1);
        assertThat(output()).startsWith("TRUNCATED at seq 58");
        assertThat(verify(write("export2", lines.subList(0, lines.size() - 3)))).isEqualTo(1);
        assertThat(output()).startsWith("TRUNCATED at seq 56");
    }

    @Test
    void aDisclosureOfAnotherValueIsFound() throws IOException {
        var values = trail.at(33).disclosures;
        trail.at(33).disclosures = trail.at(34).disclosures;
        assertThat(verify(write("moved", trail.export(1, 57)))).isEqualTo(1);
        assertThat(output()).startsWith("DISCLOSURE_CHANGED at seq 33");

        trail.at(33).disclosures = values;
        var lines = trail.export(1, 57);
        lines.replaceAll(
                line -> line.contains("\"seq\":35,") ? line.replace("\"value\":\"person", "\"value\":\"Person") : line);
        assertThat(verify(write("changed", lines))).isEqualTo(1);
        assertThat(output()).startsWith("DISCLOSURE_CHANGED at seq 35");
    }

    /** Every byte of a line that is proved counts. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aFlippedBitIsFoundOrUnreadable(long seed) throws IOException {
        var random = new Random(seed);
        var lines = trail.export(1, 50);
        for (var round = 0; round < 150; round++) {
            // Not the header and the key, which the file says of itself.
            var index = 2 + random.nextInt(lines.size() - 2);
            var bytes = lines.get(index).getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(7));
            var changed = new ArrayList<>(lines);
            changed.set(index, new String(bytes, StandardCharsets.ISO_8859_1));
            var file = directory.resolve("flipped");
            var all = new ByteArrayOutputStream();
            for (var i = 0; i < lines.size(); i++) {
                all.writeBytes(i == index ? bytes : lines.get(i).getBytes(StandardCharsets.UTF_8));
                all.write('\n');
            }
            Files.write(file, all.toByteArray());

            assertThat(exitOf(file.toString())).as(changed.get(index)).isNotZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "nonsense", "{}", "[]", "{\"kind\":\"header\"}", "{\"kind\":\"record\"}", "\u0000\u0001"})
    void whatIsNoExportCannotBeRead(String text) throws IOException {
        assertUnreadable(write("file", text), "");
    }

    @Test
    void linesThatCannotBeReadAreNamed() throws IOException {
        for (UnaryOperator<String> hostile : List.<UnaryOperator<String>>of(
                line -> "not json",
                line -> "",
                line -> "{\"kind\":\"record\",\"seq\":1,\"x\":" + "[".repeat(40) + "]".repeat(40) + "}",
                line -> "{\"kind\":\"record\",\"seq\":1,\"x\":\"" + "x".repeat(LineReader.MAX_BYTES) + "\"}",
                line -> "{\"kind\":\"poem\"}",
                line -> "{\"kind\":\"record\",\"kind\":\"record\"}",
                line -> line.replace("\"seq\":", "\"sequence\":"),
                line -> line + "{}")) {
            var lines = new ArrayList<>(trail.export(1, 57));
            lines.set(9, hostile.apply(lines.get(9)));

            assertUnreadable(write("file", lines), "line 10: ");
        }
    }

    @Test
    void whatIsNotThereCannotBeRead() throws IOException {
        var export = write("export", trail.export(1, 57));

        assertUnreadable(directory.resolve("nowhere").toString(), "There is no file");
        assertThatThrownBy(() -> verify(export, "--keys", "nowhere")).isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> verify(export, "--anchor", write("anchor", "nonsense")))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2));
    }

    @Test
    void aProofHolds() throws IOException {
        for (var seq : List.of(1L, 10L, 11L, 17L, 50L)) {
            var proof = proof(seq);

            assertThat(verify(write("proof" + seq, proof.toJson()))).isZero();
            assertThat(output()).contains("record " + seq + " of realm", "only those that the file itself names");
            var keys = write("keys", Trail.KEYS.toJson());
            assertThat(verify(write("pretty" + seq, Json.writeIndented(proof.toTree())), "--keys", keys))
                    .isZero();
            assertThat(output()).contains("those that you gave");
        }
    }

    @Test
    void aProofOfSomethingElseIsFound() throws IOException {
        var good = proof(17).toJson();

        assertThat(verify(write("body", good.replace("user.signed_in", "user.signed_up"))))
                .isEqualTo(1);
        assertThat(output()).startsWith("CHANGED at seq 17");
        assertThat(verify(write("seq", good.replace("\"seq\":17", "\"seq\":18"))))
                .isEqualTo(1);
        assertThat(output()).startsWith("CHANGED at seq 18");
        assertThat(verify(write("value", good.replace("\"value\":\"person", "\"value\":\"Person"))))
                .isEqualTo(1);
        assertThat(output()).startsWith("DISCLOSURE_CHANGED at seq 17");
        assertThat(verify(write("number", good.replace("\"number\":2", "\"number\":3"))))
                .isEqualTo(1);
        assertThat(output()).startsWith("CHECKPOINT_CHANGED");
        assertThat(verify(write("side", good.replaceFirst("\"left\"", "\"right\""))))
                .isEqualTo(1);
        assertUnreadable(write("none", good.replace("proof/1", "proof/2")), "Neither an export nor a proof");
    }

    @Test
    void keysAreMadeRotatedAndPublished() throws IOException {
        var keys = directory.resolve("keys.json").toString();
        var next = directory.resolve("next.json").toString();

        assertThat(keys("create", "--out", keys)).isZero();
        assertThat(output()).contains("2026-11-25-sig").doesNotContain("\"d\"", "\"k\"");
        assertThat(Files.getPosixFilePermissions(Path.of(keys)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(keys("rotate", keys, "--out", next, "--use", "sig", "--kid", "b"))
                .isZero();
        assertThat(output()).contains("b-sig", "2026-11-25-sig");
        assertThat(keys("public", next)).isZero();
        assertThat(VerificationKeys.parse(output()).all())
                .extracting(VerificationKey::kid)
                .containsExactly("b-sig", "2026-11-25-sig");
        assertThat(KeyFile.parse(Files.readString(Path.of(next))).encryptionKeys())
                .extracting(EncryptionKey::kid)
                .containsExactly("2026-11-25-enc");
    }

    @Test
    void noKeysAreOverwrittenOrNamedTwice() {
        var keys = directory.resolve("keys.json").toString();
        keys("create", "--out", keys);

        assertThatThrownBy(() -> keys("create", "--out", keys)).hasMessageContaining("nothing is overwritten");
        assertThatThrownBy(() -> keys("rotate", keys, "--out", keys + "2"))
                .hasMessageContaining("--kid")
                .isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> keys("rotate", keys, "--out", keys + "2", "--use", "x", "--kid", "y"))
                .isInstanceOf(CommandException.class);
        assertThatThrownBy(() -> keys("dance")).isInstanceOf(CommandException.class);
    }

    /** For those who check docs/audit-verification.md with other programs: -Daudit.samples=DIRECTORY. */
    @Test
    void samplesAreWrittenWhereTheyAreWanted() throws IOException {
        var samples = System.getProperty("audit.samples");
        if (samples == null) {
            return;
        }
        Files.writeString(Path.of(samples, "export.jsonl"), text(trail.export(1, 57)));
        Files.writeString(Path.of(samples, "part.jsonl"), text(trail.export(11, 57)));
        Files.writeString(Path.of(samples, "public.jwks"), Trail.KEYS.toJson());
        Files.writeString(Path.of(samples, "proof.json"), proof(17).toJson());
        trail.tamper("change-body 33");
        Files.writeString(Path.of(samples, "changed.jsonl"), text(trail.export(1, 57)));
    }

    private InclusionProof proof(long seq) {
        var checkpoint = trail.signedCheckpoints.get((int) (seq - 1) / 10);
        var covered = checkpoint.statement().span();
        var hashes = trail.rows.stream()
                .filter(row -> covered.contains(row.seq))
                .map(row -> row.hash)
                .toList();
        var previous = seq == 1 ? RecordHash.genesis(Trail.REALM) : trail.at(seq - 1).hash;
        return InclusionProof.of(
                Json.objectOf(trail.at(seq).content()),
                previous,
                trail.at(seq).disclosures,
                hashes,
                checkpoint,
                Trail.KEY.publicKey());
    }

    private void assertUnreadable(String file, String message) {
        assertThatThrownBy(() -> verify(file))
                .isInstanceOfSatisfying(
                        CommandException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining(message);
    }

    private int exitOf(String file) {
        try {
            return verify(file);
        } catch (CommandException e) {
            return e.exitCode();
        }
    }

    private int verify(String... arguments) {
        return new AuditVerifyCommand().run(List.of(arguments), print(), print());
    }

    private int keys(String... arguments) {
        return new AuditKeysCommand(System.in, CLOCK).run(List.of(arguments), print(), print());
    }

    private PrintStream print() {
        return new PrintStream(out, true, StandardCharsets.UTF_8);
    }

    private String output() {
        var text = out.toString(StandardCharsets.UTF_8);
        out.reset();
        return text;
    }

    private String write(String name, List<String> lines) throws IOException {
        return write(name, text(lines));
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
