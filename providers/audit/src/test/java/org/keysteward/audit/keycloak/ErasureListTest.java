package org.keysteward.audit.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasureListTest {
    private static final Instant TIME = Instant.parse("2026-11-25T10:15:30.123Z");

    @TempDir
    Path directory = Path.of("");

    @Test
    void whoWasAddedIsReadOnceByRealm() throws IOException {
        var list = new ErasureList(directory.resolve("kept").resolve("erasures.jsonl"));

        list.add("one", "alice", TIME);
        list.add("two", "bob", TIME);
        list.add("one", "alice", TIME);

        assertThat(list.read()).isEqualTo(Map.of("one", Set.of("alice"), "two", Set.of("bob")));
    }

    @Test
    void aLineThatWasNotFinishedSwallowsNoOther() throws IOException {
        var file = directory.resolve("erasures.jsonl");
        var list = new ErasureList(file);
        list.add("one", "alice", TIME);
        Files.writeString(file, "{\"realm\":\"one\",\"per", StandardOpenOption.APPEND);

        list.add("one", "bob", TIME);

        assertThat(list.read()).isEqualTo(Map.of("one", Set.of("alice", "bob")));
    }

    @Test
    void withoutAFileNothingIsKept() throws IOException {
        var list = new ErasureList(null);

        list.add("one", "alice", TIME);

        assertThat(list.isKept()).isFalse();
        assertThat(list.read()).isEmpty();
    }
}
