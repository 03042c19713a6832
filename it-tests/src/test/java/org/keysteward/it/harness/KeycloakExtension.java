package org.keysteward.it.harness;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.keysteward.it.browser.Browser;
import org.keysteward.it.browser.Chromium;

/** Provides what {@link KeycloakTest} promises. */
final class KeycloakExtension implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(KeycloakExtension.class);

    /** What a test may ask for; JUnit closes what is kept in a store when the test or class that asked is over. */
    private static final Map<Class<?>, Function<ExtensionContext, Object>> PARAMETERS = Map.ofEntries(
            entry(Keycloak.class, context -> deployment(context).cluster().node(1)),
            entry(Cluster.class, context -> deployment(context).cluster()),
            entry(Database.class, context -> deployment(context).database()),
            entry(
                    Statements.class,
                    context -> new Statements(deployment(context).database())),
            entry(Probe.class, context -> new Probe()),
            entry(NameServer.class, context -> servers(context).nameServer()),
            entry(
                    TestRealm.class,
                    context -> kept(
                            context,
                            TestRealm.class,
                            () -> deployment(context).cluster().node(1).createRealm())),
            entry(
                    Mail.class,
                    context -> kept(
                            context,
                            Mail.class,
                            () -> Mail.reachableFrom(servers(context).platform()))),
            entry(
                    Browser.class,
                    context ->
                            kept(context, Browser.class, () -> chromium(context).open())));

    @Override
    public void beforeAll(ExtensionContext context) {
        deployment(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        store(context)
                .put(
                        FailureEvidence.class,
                        FailureEvidence.since(deployment(context).cluster()));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            Path directory = TestLogs.ofTest(context.getRequiredTestClass(), fileName(context));
            keepEvidence(context, directory);
            System.out.printf("Failed: %s. Logs and pictures are in %s%n", context.getDisplayName(), directory);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        Function<ExtensionContext, Object> provided = PARAMETERS.get(type);
        if (provided == null) {
            throw new ParameterResolutionException("A test cannot ask for a " + type.getName());
        }
        return provided.apply(context);
    }

    private static void keepEvidence(ExtensionContext context, Path directory) {
        FailureEvidence evidence = store(context).get(FailureEvidence.class, FailureEvidence.class);
        if (evidence != null) {
            evidence.keepIn(directory);
        }
        @Nullable Browser browser = store(context).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.keepIn(directory);
        }
    }

    private static Deployment deployment(ExtensionContext context) {
        Needs needs = Needs.of(context.getRequiredTestClass())
                .orElseThrow(() ->
                        new ExtensionConfigurationException(context.getRequiredTestClass() + " has no @KeycloakTest"));
        return servers(context).provide(needs);
    }

    private static Servers servers(ExtensionContext context) {
        return kept(context.getRoot(), Servers.class, Servers::new);
    }

    private static Chromium chromium(ExtensionContext context) {
        return kept(context.getRoot(), Chromium.class, Chromium::launched);
    }

    private static <T> T kept(ExtensionContext context, Class<T> type, Supplier<T> made) {
        return store(context).getOrComputeIfAbsent(type, key -> made.get(), type);
    }

    private static Store store(ExtensionContext context) {
        return context.getStore(NAMESPACE);
    }

    /** The method's name, and for a parameterized test what tells its invocations apart. */
    private static String fileName(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String display = context.getDisplayName();
        return display.startsWith(method) ? method : method + "-" + display.replaceAll("[^A-Za-z0-9.-]+", "_");
    }
}
