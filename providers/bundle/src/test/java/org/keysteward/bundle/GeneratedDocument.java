package org.keysteward.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A document under {@code docs/} that is generated from the code, and checked for being current. */
record GeneratedDocument(String name) {
    private static final String UPDATE = "keysteward.docs.update";

    void assertCurrent(String generated) {
        var file = Path.of(System.getProperty("keysteward.root"), "docs", name);
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(file, generated);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as(
                            "docs/%s is not what the code says; renew it with: mvn test -pl providers/bundle -am -D%s=true",
                            name, UPDATE)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
