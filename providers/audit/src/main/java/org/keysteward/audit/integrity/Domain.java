package org.keysteward.audit.integrity;

import java.nio.charset.StandardCharsets;

/** What is put in front of everything that is hashed or signed, so that nothing can stand for something else. */
enum Domain {
    GENESIS("genesis"),
    RECORD("record"),
    CHECKPOINT("checkpoint"),
    RETENTION("retention"),
    COMMITMENT("commitment");

    private final byte[] prefix;

    Domain(String name) {
        this.prefix = ("keysteward-audit-" + name + "-v1\0").getBytes(StandardCharsets.UTF_8);
    }

    byte[] prefix() {
        return prefix.clone();
    }

    /** The prefix and the bytes behind it. */
    byte[] message(byte[] bytes) {
        var message = new byte[prefix.length + bytes.length];
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        System.arraycopy(bytes, 0, message, prefix.length, bytes.length);
        return message;
    }
}
