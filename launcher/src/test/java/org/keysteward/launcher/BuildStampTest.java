package org.keysteward.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStampTest {
    private static final List<String> OPTIONS = List.of("--db=postgres", "--health-enabled=true");

    @TempDir
    private Path directory;

    @Test
    void staysTheSameWhenAJarIsOnlyTouched() throws IOException {
        Path jar = jar("bundle.jar", "content");
        BuildStamp before = BuildStamp.of(OPTIONS, List.of(jar));

        Files.setLastModifiedTime(jar, FileTime.fromMillis(0));

        assertThat(BuildStamp.of(OPTIONS, List.of(jar))).isEqualTo(before);
    }

    @Test
    void changesWithTheContentOfAJar() throws IOException {
        Path jar = jar("bundle.jar", "content");
        BuildStamp before = BuildStamp.of(OPTIONS, List.of(jar));

        jar("bundle.jar", "other content");

        assertThat(BuildStamp.of(OPTIONS, List.of(jar))).isNotEqualTo(before);
    }

    @Test
    void changesWithTheOptionsButNotWithTheirOrder() throws IOException {
        List<Path> jars = List.of(jar("bundle.jar", "content"));

        assertThat(BuildStamp.of(List.of("--health-enabled=true", "--db=postgres"), jars))
                .isEqualTo(BuildStamp.of(OPTIONS, jars));
        assertThat(BuildStamp.of(List.of("--db=dev-file"), jars)).isNotEqualTo(BuildStamp.of(OPTIONS, jars));
    }

    @Test
    void isForgottenWhenRemoved() throws IOException {
        BuildStamp stamp = BuildStamp.of(OPTIONS, List.of());
        Path file = directory.resolve("stamp");
        stamp.writeTo(file);
        assertThat(stamp.isWrittenIn(file)).isTrue();

        BuildStamp.removeFrom(file);

        assertThat(stamp.isWrittenIn(file)).isFalse();
    }

    private Path jar(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }
}
