package org.keysteward.kernel.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Properties;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.Version;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.theme.DefaultThemeSelectorProvider;
import org.keycloak.theme.Theme;
import org.keycloak.theme.ThemeSelectorProvider;
import org.keycloak.theme.ThemeSelectorProviderFactory;

/**
 * Shows our admin console wherever a realm has chosen no other, so that no realm has to be edited, and none has to be
 * mended when the bundle goes. On a Keycloak minor that our console was not built for, the stock console is shown.
 */
public final class ConsoleThemeFactory implements ThemeSelectorProviderFactory {
    private static final Logger LOG = Logger.getLogger(ConsoleThemeFactory.class);
    private static final String THEME = "keysteward";
    private static final String PROPERTIES = "/theme/keysteward/admin/theme.properties";
    private static final String BUILT_FOR = "keysteward.keycloak";
    private static final int BEFORE_THE_DEFAULT = 10;

    private boolean usable;

    @Override
    public String getId() {
        return THEME;
    }

    @Override
    public int order() {
        return BEFORE_THE_DEFAULT;
    }

    @Override
    public void init(Config.Scope config) {
        usable = isBuiltForThisKeycloak();
    }

    @Override
    public ThemeSelectorProvider create(KeycloakSession session) {
        return new Selector(session);
    }

    private static boolean isBuiltForThisKeycloak() {
        var minor = builtFor();
        if (minor.isEmpty()) {
            LOG.warn("This build of Keysteward carries no pages for the admin console; the stock console is shown");
            return false;
        }
        if (!Version.VERSION.startsWith(minor.get() + ".")) {
            LOG.warnf(
                    "Keysteward's admin console pages were built for Keycloak %s and this is %s;"
                            + " the stock console is shown",
                    minor.get(), Version.VERSION);
            return false;
        }
        return true;
    }

    private static Optional<String> builtFor() {
        try (var file = ConsoleThemeFactory.class.getResourceAsStream(PROPERTIES)) {
            if (file == null) {
                return Optional.empty();
            }
            var properties = new Properties();
            properties.load(file);
            return Optional.ofNullable(properties.getProperty(BUILT_FOR));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}

    private final class Selector extends DefaultThemeSelectorProvider {
        private final KeycloakSession session;

        Selector(KeycloakSession session) {
            super(session);
            this.session = session;
        }

        @Override
        public String getThemeName(Theme.Type type) {
            if (type != Theme.Type.ADMIN) {
                return super.getThemeName(type);
            }
            var chosen = session.getContext().getRealm().getAdminTheme();
            if (chosen == null || chosen.isEmpty() || chosen.equals(THEME)) {
                return usable && KernelFactory.of(session).showsConsolePages() ? THEME : getDefaultThemeName(type);
            }
            return chosen;
        }
    }
}
