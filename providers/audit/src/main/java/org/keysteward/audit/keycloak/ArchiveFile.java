package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.GZIPOutputStream;
import org.keysteward.audit.integrity.ExportFile;
import org.keysteward.audit.integrity.Hash;
import org.keysteward.audit.integrity.VerificationKeys;
import org.keysteward.kernel.json.MalformedException;

/** One realm's records of one month, as JSON lines compressed with gzip. */
final class ArchiveFile {
    private final Path directory;
    private final String name;

    ArchiveFile(Path directory, String realm, Month month) {
        this.directory = directory;
        // A realm's id is what an import says that it is.
        this.name = URLEncoder.encode(realm, StandardCharsets.UTF_8) + "-" + month.number() + ".jsonl.gz";
    }

    String name() {
        return name;
    }

    /**
     * Writes it and reads it back. On disk under its name when this returns; one that a node has left that died before
     * it could say so is written anew.
     *
     * @return the hash of the file
     * @throws IOException also where what was read back does not verify
     */
    Hash write(ChainExport export, VerificationKeys keys) throws IOException {
        Files.createDirectories(directory);
        var part = directory.resolve(name + ".part");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part), 64 * 1024)) {
            export.write(out);
        }
        force(part, StandardOpenOption.WRITE);
        verify(part, keys);
        var hash = hash(part);
        Files.move(part, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory, StandardOpenOption.READ);
        return hash;
    }

    private void verify(Path part, VerificationKeys keys) throws IOException {
        try {
            var report = ExportFile.verify(part, keys);
            if (!report.holds() || report.records() > 0) {
                throw new IOException("The archive " + name + " was read back and does not hold: "
                        + report.finding().map(Object::toString).orElse("it has records that have not ended"));
            }
        } catch (MalformedException e) {
            throw new IOException("The archive " + name + " was read back and is none: " + e.getMessage(), e);
        }
    }

    private static Hash hash(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java platform has no SHA-256", e);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
