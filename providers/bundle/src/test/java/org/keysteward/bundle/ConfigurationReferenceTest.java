package org.keysteward.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.keycloak.CapabilityFactory;

class ConfigurationReferenceTest {
    private final List<CapabilityFactory> capabilities = ServiceLoader.load(CapabilityFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(CapabilityFactory::getId))
            .toList();

    @Test
    void everyCapabilityIsFound() {
        assertThat(capabilities)
                .extracting(CapabilityFactory::getId)
                .containsExactly("audit", "kernel", "roles", "scim", "tenants");
    }

    @Test
    void theReferenceIsWhatTheCodeSays() {
        var page = new StringBuilder("""
                # Configuration

                <!-- Generated from the options and settings that each capability declares; do not edit. -->

                ## Server options

                Given to `kc.sh` as `--<option>=<value>`, or in `conf/keycloak.conf` as `<option>=<value>`. Options that
                end in `--enabled` are build options: run `kc.sh build` after changing one.

                | option | default | accepts | what it does |
                | --- | --- | --- | --- |
                """);
        capabilities.forEach(capability -> page.append(serverOptions(capability)));
        page.append("""

                ## Realm settings

                Set per realm by `PUT /settings/{key}`, or in the admin console.

                | setting | default | accepts | what it does |
                | --- | --- | --- | --- |
                """);
        page.append(capabilities.stream()
                .flatMap(capability -> capability.settings().stream())
                .sorted(Comparator.comparing(RealmSetting::key))
                .map(setting -> row(
                        setting.key(),
                        setting.defaultValue() == null ? "nothing" : setting.defaultValue(),
                        setting.accepts(),
                        setting.help()))
                .collect(Collectors.joining()));

        new GeneratedDocument("configuration.md").assertCurrent(page.toString());
    }

    private static String serverOptions(CapabilityFactory capability) {
        var prefix = "spi-keysteward--" + capability.getId() + "--";
        var enabled = capability.getId().equals("kernel")
                ? ""
                : row(
                        prefix + "enabled",
                        "true",
                        "true or false",
                        "Whether the capability is there at all. Its data stays while it is not.");
        return enabled
                + capability.options().stream()
                        .map(option ->
                                row(prefix + option.key(), option.defaultText(), option.accepts(), option.help()))
                        .collect(Collectors.joining());
    }

    private static String row(String key, String defaultValue, String accepts, String help) {
        return "| `" + key + "` | " + defaultValue + " | " + accepts + " | " + help + " |\n";
    }
}
