package org.keysteward.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {
    @TempDir
    private Path directory;

    private Path pristine;
    private Path home;

    @BeforeEach
    void unpacked() throws IOException {
        pristine = directory.resolve("pristine");
        home = directory.resolve("home");
        Files.createDirectories(pristine.resolve("bin"));
        Files.createDirectories(pristine.resolve("providers"));
        Files.createDirectories(pristine.resolve("lib/lib"));
        Files.createDirectories(pristine.resolve("lib/quarkus"));
        Files.writeString(pristine.resolve("lib/lib/library.jar"), "library");
        kcSh("echo $1 >> builds");
    }

    @Test
    void copiesWithFileModes() {
        Distribution distribution = Distribution.at(home, pristine);

        assertThat(distribution.home().resolve("bin/kc.sh")).isExecutable();
        assertThat(distribution.home().resolve("lib/lib/library.jar")).hasContent("library");
    }

    @Test
    void keepsWhatIsThere() throws IOException {
        Distribution.at(home, pristine);
        Files.writeString(home.resolve("data"), "kept");

        Distribution.at(home, pristine);

        assertThat(home.resolve("data")).hasContent("kept");
    }

    @Test
    void saysWhereTheDistributionIsMissing() {
        assertThatThrownBy(() -> Distribution.at(home, directory.resolve("nowhere")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void deploysExactlyTheseJars() throws IOException {
        Distribution distribution = Distribution.at(home, pristine).deploy(List.of(jar("old.jar", "old")));

        distribution.deploy(List.of(jar("new.jar", "new")));

        assertThat(home.resolve("providers")).isDirectoryContaining("glob:**new.jar");
        assertThat(home.resolve("providers")).isDirectoryNotContaining("glob:**old.jar");
    }

    @Test
    void leavesTheTimeStampOfAnUnchangedJarAlone() throws IOException {
        Distribution distribution = Distribution.at(home, pristine).deploy(List.of(jar("bundle.jar", "same")));
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(home.resolve("providers/bundle.jar"), longAgo);

        distribution.deploy(List.of(jar("bundle.jar", "same")));

        assertThat(Files.getLastModifiedTime(home.resolve("providers/bundle.jar")))
                .isEqualTo(longAgo);
    }

    @Test
    void buildsOnlyWhenSomethingHasChanged() throws IOException {
        Distribution distribution = Distribution.at(home, pristine).deploy(List.of(jar("bundle.jar", "first")));
        List<String> options = List.of("--db=postgres");

        assertThat(distribution.build(options, log())).isTrue();
        assertThat(distribution.build(options, log())).isFalse();
        assertThat(distribution.build(List.of("--db=dev-file"), log())).isTrue();
        distribution.deploy(List.of(jar("bundle.jar", "second")));
        assertThat(distribution.build(List.of("--db=dev-file"), log())).isTrue();

        assertThat(home.resolve("builds")).hasContent("build\nbuild\nbuild");
    }

    @Test
    void tellsWhatAFailedBuildHasLogged() throws IOException {
        kcSh("echo no such option; exit 2");
        Distribution distribution = Distribution.at(home, pristine);

        assertThatThrownBy(() -> distribution.build(List.of("--nonsense"), log()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("status 2")
                .hasMessageContaining("no such option")
                .hasMessageContaining(log().toString());
    }

    private void kcSh(String body) throws IOException {
        Path script = pristine.resolve("bin/kc.sh");
        Files.writeString(script, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Path jar(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private Path log() {
        return directory.resolve("build.log");
    }
}
