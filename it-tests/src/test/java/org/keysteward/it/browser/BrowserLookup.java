package org.keysteward.it.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.keysteward.it.harness.Settings;

/**
 * Finds a Chromium or Chrome. In this order: {@code -Dit.browser=...}, the environment variable {@code CHROME_BIN},
 * Playwright's own download, the system's, and the one of the npm package {@code @sparticuz/chromium} that the console
 * module installs for its own tests.
 */
final class BrowserLookup {
    private static final List<String> OF_THE_SYSTEM = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static final Path NPM_SCRIPT = Path.of("themes/console/scripts/chromium-path.mjs");

    private BrowserLookup() {}

    static Path executable(BrowserType chromium) {
        return Stream.<Supplier<Optional<Path>>>of(
                        () -> named(Settings.BROWSER.text()),
                        () -> named(System.getenv().getOrDefault("CHROME_BIN", "")),
                        () -> named(chromium.executablePath()).filter(Files::isExecutable),
                        BrowserLookup::ofTheSystem,
                        BrowserLookup::ofNpm)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No browser found: install Chromium, or name one with -Dit.browser=/path/to/chromium"));
    }

    private static Optional<Path> named(String path) {
        return path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
    }

    private static Optional<Path> ofTheSystem() {
        return OF_THE_SYSTEM.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Optional<Path> ofNpm() {
        Path script = Settings.REPOSITORY.path().resolve(NPM_SCRIPT);
        if (!Files.exists(script)) {
            return Optional.empty();
        }
        try {
            Process node = new ProcessBuilder("node", script.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(node.getInputStream().readAllBytes(), UTF_8).strip();
            return node.waitFor() == 0 ? named(path) : Optional.empty();
        } catch (IOException noNode) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
