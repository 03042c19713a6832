package org.keysteward.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;

/** A browser window of one test, without a session in the beginning. */
public final class Browser implements AutoCloseable {
    /** The consoles fetch a lot when they are opened first, and two cores are shared with two servers. */
    private static final double PATIENCE_MILLIS = 30_000;

    private final BrowserContext context;
    private final Page page;
    private final List<String> messages = new ArrayList<>();

    Browser(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(message -> messages.add(message.type() + ": " + message.text()));
        page.onPageError(error -> messages.add("uncaught: " + error));
        page.onResponse(response -> {
            if (response.status() >= 400) {
                messages.add(response.status() + ": " + response.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Opens the admin console of a realm and signs in as the master realm's administrator. */
    public AdminConsole adminConsole(TestRealm realm) {
        return AdminConsole.opened(page, realm);
    }

    /** Opens the account console of the user's realm and signs in as the user. */
    public AccountConsole accountConsole(TestUser user) {
        return AccountConsole.opened(page, user);
    }

    /** Opens a page that asks for a sign-in. */
    public LoginPage loginPage(String url) {
        page.navigate(url);
        return new LoginPage(page);
    }

    /** Keeps a picture of the page, and what it has complained about. */
    public void keepIn(Path directory) {
        try {
            Files.write(directory.resolve("browser.log"), messages);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(directory.resolve("browser.png"))
                    .setFullPage(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlaywrightException gone) {
            // The picture is a help; that it is missing must not hide why the test has failed.
            System.out.println("No picture of the browser: " + gone.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
