package org.keysteward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunSettingsTest {
    @Test
    void keepsTheDataOfEachKeycloakVersionApart() {
        RunSettings settings = RunSettings.from(properties("8080"));

        assertThat(settings.home()).isEqualTo(Path.of("target/run/keycloak-26.7.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http", "0", "-1", "65536"})
    void refusesWhatIsNoPort(String port) {
        assertThatThrownBy(() -> RunSettings.from(properties(port)))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("run.port")
                .hasMessageContaining("'" + port + "'");
    }

    @Test
    void saysHowToStartWhenASettingIsMissing() {
        assertThatThrownBy(() -> RunSettings.from(new Properties()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("mvn -Prun");
    }

    private static Properties properties(String port) {
        Properties properties = new Properties();
        properties.setProperty("keysteward.run.version", "1.0.0");
        properties.setProperty("keysteward.run.keycloakVersion", "26.7.3");
        properties.setProperty("keysteward.run.pristine", "distribution");
        properties.setProperty("keysteward.run.directory", "target/run");
        properties.setProperty("keysteward.run.bundle", "keysteward.jar");
        properties.setProperty("keysteward.run.realmTemplates", "realm-templates");
        properties.setProperty("keysteward.run.port", port);
        return properties;
    }
}
