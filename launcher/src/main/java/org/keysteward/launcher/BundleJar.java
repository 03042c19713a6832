package org.keysteward.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** The one JAR that operators deploy. */
record BundleJar(Path file) {
    private static final String CONSOLE_THEME = "theme/keysteward/admin/theme.properties";

    /** Tells whether the pages for the consoles are in it; a build without Node leaves them out. */
    boolean hasConsolePages() {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            return jar.getEntry(CONSOLE_THEME) != null;
        } catch (IOException e) {
            throw new UncheckedIOException("The bundle " + file + " cannot be read", e);
        }
    }
}
