package org.keysteward.audit.integrity;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.command.Arguments;
import org.keysteward.kernel.command.Command;
import org.keysteward.kernel.command.CommandException;
import org.keysteward.kernel.command.CommandFiles;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/** Verifies exports, archives and proofs, where there is no server. */
public final class AuditVerifyCommand implements Command {
    private static final int FOUND = 1;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final CommandFiles files;

    public AuditVerifyCommand() {
        this(System.in);
    }

    AuditVerifyCommand(InputStream in) {
        this.files = new CommandFiles(in);
    }

    @Override
    public String name() {
        return "audit-verify";
    }

    @Override
    public String summary() {
        return "Verify an export, an archive or a proof of the audit trail";
    }

    @Override
    public String usage() {
        return """
                audit-verify <file> [--keys <public.jwks>] [--anchor <anchor file>]
                  Says whether the records are as they were written, how far they are signed, and by which key. The file
                  is an export, an archive (gzip) or a proof; '-' reads standard input.
                    --keys    the public keys that the operator has published; without them those that the file names
                              are used, and a forger may have named his own
                    --anchor  the checkpoints that were copied out of the database's reach; not for proofs

                  Exit codes: 0 all holds; 1 something is wrong, and the first thing that is wrong is printed; 2 the
                  file cannot be read, or the command was not understood.
                """;
    }

    @Override
    public int run(List<String> arguments, PrintStream out, PrintStream err) {
        var parsed = Arguments.of(arguments, Set.of("keys", "anchor"));
        var name = parsed.onlyWord("file");
        var keys = parsed.option("keys").map(this::keys);
        var anchor = parsed.option("anchor");
        try (var in = open(name)) {
            var lines = new LineReader(in);
            try {
                return verify(lines, keys, anchor, out);
            } catch (MalformedException e) {
                throw CommandException.usage(name + ", line " + lines.number() + ": " + e.getMessage());
            }
        } catch (AnchorFile.UnreadableException e) {
            throw CommandException.usage(anchor.orElse("") + ", " + e.getMessage());
        } catch (IOException e) {
            throw CommandException.usage(name + " cannot be read: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw CommandException.usage(anchor.orElse("") + " cannot be read: " + e.getMessage());
        }
    }

    private int verify(LineReader lines, Optional<VerificationKeys> keys, Optional<String> anchor, PrintStream out)
            throws IOException, MalformedException {
        var first = lines.bytes().orElseThrow(() -> new MalformedException("The file is empty."));
        var header = header(first);
        if (header.isEmpty()) {
            if (anchor.isPresent()) {
                throw CommandException.usage("--anchor is for exports and archives, and this is neither.");
            }
            return verify(InclusionProof.ofTree(proof(first, lines)), keys, out);
        }
        try (var anchored = new OpenAnchor(anchor)) {
            var export = Export.behind(header.get(), lines);
            var report = export.verify(keys, anchored.anchor());
            return answer(
                    report.finding(),
                    new Summary(export.scope(), report, keys.isPresent(), anchor.isPresent()).toString(),
                    out);
        }
    }

    private static int verify(InclusionProof proof, Optional<VerificationKeys> keys, PrintStream out) {
        var finding = proof.check(keys.orElseGet(() -> new VerificationKeys(List.of(proof.key()))));
        return answer(finding, Summary.of(proof, keys.isPresent()), out);
    }

    private static int answer(Optional<Finding> finding, String summary, PrintStream out) {
        out.println(finding.map(Finding::line).orElse(summary));
        return finding.isPresent() ? FOUND : 0;
    }

    /** The header of an export; nothing where the first line is that of something else. */
    private static Optional<Map<String, @Nullable Object>> header(byte[] line) {
        try {
            return Optional.of(Json.object(line)).filter(Export::isHeader);
        } catch (MalformedException e) {
            // A proof may have been written over several lines.
            return Optional.empty();
        }
    }

    private static Map<String, @Nullable Object> proof(byte[] first, LineReader lines)
            throws IOException, MalformedException {
        var text = new ByteArrayOutputStream();
        for (var line = Optional.of(first); line.isPresent(); line = lines.bytes()) {
            text.writeBytes(line.get());
            text.write('\n');
            if (text.size() > LineReader.MAX_BYTES) {
                throw new MalformedException("Neither an export nor a proof.");
            }
        }
        var proof = Json.object(text.toByteArray());
        if (!InclusionProof.FORMAT.equals(proof.get("format"))) {
            throw new MalformedException("Neither an export nor a proof.");
        }
        return proof;
    }

    /** What cannot be read has not been found wrong: exit code 2, as for everything that is not an answer. */
    private InputStream open(String name) throws IOException {
        InputStream in;
        try {
            in = new BufferedInputStream(files.open(name));
        } catch (CommandException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        }
        in.mark(2);
        var magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC ? new GZIPInputStream(in, 64 * 1024) : in;
    }

    private VerificationKeys keys(String name) {
        try {
            return VerificationKeys.parse(files.read(name));
        } catch (CommandException e) {
            throw CommandException.usage(String.valueOf(e.getMessage()));
        } catch (KeyFileException e) {
            throw CommandException.usage(name + ": " + e.getMessage());
        }
    }

    /** The anchor's file, each time it is read, to be closed in the end. */
    private final class OpenAnchor implements AutoCloseable {
        private final Optional<String> name;
        private final List<InputStream> opened = new ArrayList<>();

        OpenAnchor(Optional<String> name) {
            this.name = name;
        }

        Anchor anchor() {
            return name.<Anchor>map(file -> new AnchorFile(() -> open(file))).orElse(Anchor.NONE);
        }

        @Override
        public void close() throws IOException {
            for (var in : opened) {
                in.close();
            }
        }

        private InputStream open(String file) {
            try {
                var in = AuditVerifyCommand.this.open(file);
                opened.add(in);
                return in;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
