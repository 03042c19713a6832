package org.keysteward.it.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Map;

/** The browser process; every {@link Browser} of a test is a window of it with nothing remembered. */
public final class Chromium implements AutoCloseable {
    /** Works as root and in a container, and asks nobody on the Internet for anything. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser process;

    private Chromium(Playwright playwright, com.microsoft.playwright.Browser process) {
        this.playwright = playwright;
        this.process = process;
    }

    /**
     * Starts the first browser that {@link BrowserLookup} finds.
     *
     * @throws IllegalStateException when there is none
     */
    public static Chromium launched() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            BrowserType chromium = playwright.chromium();
            return new Chromium(
                    playwright,
                    chromium.launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(BrowserLookup.executable(chromium))
                            .setArgs(ARGUMENTS)));
        } catch (RuntimeException failed) {
            playwright.close();
            throw failed;
        }
    }

    /** Opens a browser without a session. */
    public Browser open() {
        return new Browser(process.newContext());
    }

    @Override
    public void close() {
        process.close();
        playwright.close();
    }
}
