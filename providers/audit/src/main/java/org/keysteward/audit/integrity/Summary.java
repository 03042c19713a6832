package org.keysteward.audit.integrity;

/** What holds, for people who want to know how much that is. */
record Summary(Scope scope, Report report, boolean pinned, boolean anchored) {
    @Override
    public String toString() {
        return String.join(
                System.lineSeparator(),
                "All holds: realm " + scope.realm() + ", seq " + report.firstSeq() + " to " + report.lastSeq()
                        + ", as it was at " + Times.text(scope.time()) + ".",
                "  records      " + report.records() + ", and " + report.expired()
                        + " tombstones whose time was over (retention checkpoints: " + report.retentionCheckpoints()
                        + ")",
                "  signed       " + signed(),
                "  not signed   " + unsigned(),
                "  keys         " + keys(pinned),
                "  anchor       "
                        + (anchored ? "agrees" : "none given: a chain that was cut off and signed anew would hold"),
                "  not checked  " + unchecked());
    }

    static String of(InclusionProof proof, boolean pinned) {
        var checkpoint = proof.checkpoint().statement();
        return String.join(
                System.lineSeparator(),
                "All holds: record " + proof.seq() + " of realm " + checkpoint.realm() + ".",
                "  signed       by checkpoint " + checkpoint.number() + " of " + Times.text(checkpoint.time())
                        + ", with the key " + checkpoint.kid(),
                "  disclosures  " + proof.disclosures().size(),
                "  keys         " + keys(pinned));
    }

    private String signed() {
        return report.checkpoints() == 0
                ? "nothing: there is no checkpoint"
                : "up to seq " + report.signedUpTo() + ", with the key " + report.signedBy() + " (checkpoints: "
                        + report.checkpoints() + ")";
    }

    private String unsigned() {
        return report.unsigned() + " records behind the last checkpoint: chained, and anybody could have done that";
    }

    private String unchecked() {
        var before = report.isPartial() ? "what is before seq " + report.firstSeq() : "nothing before seq 1";
        return scope.endSeq() > scope.lastSeq()
                ? before + ", and seq " + (scope.lastSeq() + 1) + " to " + scope.endSeq()
                : before;
    }

    private static String keys(boolean pinned) {
        return pinned
                ? "those that you gave"
                : "only those that the file itself names: compare them with what the operator has published, or use --keys";
    }
}
