package org.keysteward.audit.integrity;

import org.jspecify.annotations.Nullable;

/**
 * The first thing that is wrong with a chain.
 *
 * @param seq where it begins
 * @param lastSeq where it ends at the latest; as {@code seq} where it is one record
 * @param recordId of the record at {@code seq}, where there is one that says so
 * @param checkpoint the number of the checkpoint, or retention checkpoint, that it is about
 * @param detail a sentence for people
 */
public record Finding(
        Type type,
        long seq,
        long lastSeq,
        @Nullable String recordId,
        @Nullable Long checkpoint,
        String detail) {
    /** What can be wrong. The names are part of the API and of what the command prints. */
    public enum Type {
        /** A record is not what it was, or one of several is not. */
        CHANGED,
        /** A record is missing, or its content is and no retention checkpoint says why. */
        REMOVED,
        /** A record was added. */
        INSERTED,
        /** Records changed places. */
        REORDERED,
        /** Everything behind a record is missing. */
        TRUNCATED,
        /** A checkpoint is not what was signed, or the key is unknown. */
        CHECKPOINT_CHANGED,
        CHECKPOINT_REMOVED,
        /** A value is shown that is not the one the record holds a commitment to. */
        DISCLOSURE_CHANGED
    }

    static Finding at(Type type, long seq, @Nullable String recordId, String detail) {
        return new Finding(type, seq, seq, recordId, null, detail);
    }

    static Finding in(Type type, long first, long last, String detail) {
        return new Finding(type, first, last, null, null, detail);
    }

    static Finding of(Type type, Statement statement, String detail) {
        var span = statement.span();
        return new Finding(type, span.first(), span.last(), null, statement.number(), detail);
    }

    static Finding removed(String what, long number, long seq) {
        return new Finding(Type.CHECKPOINT_REMOVED, seq, seq, null, number, what + " " + number + " is missing.");
    }

    /** One line for people. */
    public String line() {
        var place = seq == lastSeq ? "seq " + seq : "seq " + seq + " to " + lastSeq;
        return type + " at " + place + (recordId == null ? "" : " (record " + recordId + ")") + ": " + detail;
    }
}
