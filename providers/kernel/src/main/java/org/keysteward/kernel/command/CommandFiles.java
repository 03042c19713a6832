package org.keysteward.kernel.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The files of the commands: small texts, streams, and files that only their owner may read. */
public final class CommandFiles {
    private static final String STANDARD_INPUT = "-";
    private static final int MAX_BYTES = 1024 * 1024;
    private static final Set<OpenOption> NEW_FILE = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final InputStream in;

    public CommandFiles(InputStream in) {
        this.in = in;
    }

    /** @param name a file, or {@code -} for the standard input */
    public String read(String name) {
        try (var stream = open(name)) {
            var bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw CommandException.failure(name + " has more than " + MAX_BYTES + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** @param name a file, or {@code -} for the standard input */
    public InputStream open(String name) {
        try {
            return name.equals(STANDARD_INPUT) ? in : Files.newInputStream(path(name));
        } catch (NoSuchFileException e) {
            throw CommandException.failure("There is no file " + name + ".");
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** Writes a file that is not there yet, and that nobody but its owner can read at any moment. */
    public void writeSecret(String name, String text, PrintStream err) {
        var path = path(name);
        try (var file = createSecret(path, err)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (FileAlreadyExistsException e) {
            throw CommandException.failure(name + " is there already; nothing is overwritten.");
        } catch (NoSuchFileException e) {
            throw CommandException.failure("There is no directory for " + name + ".");
        } catch (IOException e) {
            throw CommandException.failure(name + " cannot be written: " + e.getMessage());
        }
    }

    private static CommandException unreadable(String name, IOException cause) {
        return CommandException.failure(name + " cannot be read: " + cause.getMessage());
    }

    private static SeekableByteChannel createSecret(Path path, PrintStream err) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Files.newByteChannel(
                    path, NEW_FILE, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        err.println("This file system has no POSIX permissions: see to it that only you can read " + path + ".");
        return Files.newByteChannel(path, NEW_FILE);
    }

    private static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw CommandException.usage("Not a file's name: " + name);
        }
    }
}
