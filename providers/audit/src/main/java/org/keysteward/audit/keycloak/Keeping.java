package org.keysteward.audit.keycloak;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keysteward.kernel.ServerOption;
import org.keysteward.kernel.keycloak.LeasedTask;

/** How long the audit trail keeps what, and where that goes: retention, archives, erasures, keys, partitions. */
final class Keeping {
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    private static final ServerOption.Text ARCHIVE = new ServerOption.Text(
            "archive-directory",
            "Where months go of whose records only hashes are left. Without one, they stay in the database. All nodes"
                    + " have the same.",
            "",
            "a path",
            ANYTHING);
    private static final ServerOption.Text ERASURES = new ServerOption.Text(
            "erasures-file",
            "The list of persons who were erased from audit trails, outside the database, so that a restored backup does"
                    + " not bring them back. All nodes have the same, or a copy each. Without one, only the log has it.",
            "",
            "a path",
            ANYTHING);
    private static final ServerOption.WholeNumber BATCH = new ServerOption.WholeNumber(
            "retention-batch", "How many audit records are ended in one transaction.", 1000, 10, 10_000);
    private static final ServerOption.WholeNumber PAUSE = new ServerOption.WholeNumber(
            "retention-pause-milliseconds",
            "The pause behind each of these transactions, in milliseconds: for sign-ins meanwhile.",
            100,
            0,
            60_000);

    static final List<ServerOption> OPTIONS = List.of(ARCHIVE, ERASURES, BATCH, PAUSE);

    private final Erasures erasures;
    private final Partitions partitions;
    private final Retention retention;
    private final Archives archives;
    private final KeyRotation rotation;

    private Keeping(AuditFactory audit, Options options) {
        this.erasures = new Erasures(audit.keys(), new ErasureList(options.erasures()), audit.clock());
        this.partitions = new Partitions(audit.clock());
        this.retention = new Retention(audit.keys(), audit.clock(), options.batch(), options.pause());
        this.archives = new Archives(audit, options.archive());
        this.rotation = new KeyRotation(audit.keys());
    }

    /** What an operator has said. */
    record Options(@Nullable Path archive, @Nullable Path erasures, int batch, Duration pause) {
        static Options of(Config.Scope config) {
            return new Options(
                    path(ARCHIVE.valueOf(config.get(ARCHIVE.key()))),
                    path(ERASURES.valueOf(config.get(ERASURES.key()))),
                    BATCH.valueOf(config.getInt(BATCH.key())),
                    Duration.ofMillis(PAUSE.valueOf(config.getInt(PAUSE.key()))));
        }

        Keeping start(KeycloakSessionFactory factory, AuditFactory audit) {
            var keeping = new Keeping(audit, this);
            // Before anything is sealed: records find their partition, and whoever was erased stays so.
            keeping.partitions.make(factory);
            keeping.erasures.repeat(factory);
            return keeping;
        }

        private static @Nullable Path path(String text) {
            return text.isEmpty() ? null : Path.of(text);
        }
    }

    Erasures erasures() {
        return erasures;
    }

    List<LeasedTask> tasks() {
        return List.of(
                new LeasedTask("audit-partitions", Duration.ofDays(1), partitions::make),
                new LeasedTask("audit-retention", Duration.ofHours(1), retention::run),
                new LeasedTask("audit-archive", Duration.ofHours(1), archives::run),
                new LeasedTask("audit-keys", Duration.ofHours(1), rotation::run),
                new LeasedTask("audit-erasures", Duration.ofHours(1), erasures::repeat));
    }
}
