package org.keysteward.audit.keycloak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.timer.TimerProvider;
import org.keysteward.audit.AuditPermissions;
import org.keysteward.audit.integrity.EncryptionKey;
import org.keysteward.audit.integrity.KeyFile;
import org.keysteward.audit.integrity.KeyFileException;
import org.keysteward.audit.integrity.SigningKey;
import org.keysteward.audit.integrity.VerificationKey;
import org.keysteward.audit.query.Readings;
import org.keysteward.kernel.Permission;
import org.keysteward.kernel.RealmSetting;
import org.keysteward.kernel.ServerOption;
import org.keysteward.kernel.UuidV7;
import org.keysteward.kernel.keycloak.Capability;
import org.keysteward.kernel.keycloak.CapabilityFactory;
import org.keysteward.kernel.keycloak.LeasedTask;

/** The capability: the audit trail. */
public final class AuditFactory implements CapabilityFactory {
    public static final String ID = "audit";

    private static final Duration SPOOL_EVERY = Duration.ofSeconds(5);
    private static final Pattern ANYTHING = Pattern.compile("(?s).*");

    private static final ServerOption.Text KEYS_FILE = new ServerOption.Text(
            "keys-file",
            "The file with the keys that encrypt who somebody is and that sign the chain. `audit-keys create` of the"
                    + " bundle's JAR makes one. All nodes have the same.",
            "",
            "a path",
            ANYTHING);
    private static final ServerOption.Text KEYS = new ServerOption.Text(
            "keys", "The text of such a file, to be given by the environment.", "", "a JWK set", ANYTHING);
    private static final ServerOption.Text ANCHOR_FILE = new ServerOption.Text(
            "anchor-file",
            "A file that what is signed is written to as well, outside the database. Without one, only the log has it.",
            "",
            "a path",
            ANYTHING);
    private static final ServerOption.Text SPOOL = new ServerOption.Text(
            "spool-directory",
            "Where this node keeps records of sign-ins that the database refuses, until it takes them. Without one, such"
                    + " a sign-in fails.",
            "",
            "a path",
            ANYTHING);

    private static final ServerOption.WholeNumber BEFORE_READERS = new ServerOption.WholeNumber(
            "before-readers",
            "How many states from before a change are read at once, each with a second database connection.",
            4,
            0,
            100);
    private static final ServerOption.WholeNumber BEFORE_MILLIS = new ServerOption.WholeNumber(
            "before-milliseconds",
            "How long a change waits for the state before it, in milliseconds; then that stays unknown.",
            500,
            1,
            10_000);

    private static final ServerOption.WholeNumber STREAM_CONSUMERS = new ServerOption.WholeNumber(
            "stream-consumers", "How many live tails of the audit trail a node serves at once.", 100, 0, 10_000);
    private static final ServerOption.WholeNumber STREAM_EVENTS = new ServerOption.WholeNumber(
            "stream-events-per-second",
            "How many records a second a live tail is given; it is told which it was not.",
            100,
            1,
            10_000);

    private final Clock clock = Clock.systemUTC();
    private final UuidV7 ids = new UuidV7(clock);
    private final Readings readings = new Readings(clock);
    private @Nullable LiveTail tail;
    private @Nullable KeyFile keyFile;
    private @Nullable Path anchorFile;
    private @Nullable Spool spool;
    private @Nullable BeforeReader before;
    private @Nullable Inbox inbox;
    private @Nullable Sealer sealer;
    private @Nullable ServerKeys keys;
    private Keeping.@Nullable Options keepingOptions;
    private @Nullable Keeping keeping;

    static AuditFactory of(KeycloakSession session) {
        return of(session.getKeycloakSessionFactory());
    }

    static AuditFactory of(KeycloakSessionFactory factory) {
        if (factory.getProviderFactory(Capability.class, ID) instanceof AuditFactory audit) {
            return audit;
        }
        throw new IllegalStateException("The audit trail is switched off");
    }

    /** Whether there is no audit trail: switched off by an operator, or the server has not started yet. */
    static boolean isOff(KeycloakSession session) {
        return !(session.getKeycloakSessionFactory().getProviderFactory(Capability.class, ID)
                        instanceof AuditFactory audit)
                || audit.inbox == null;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public List<ServerOption> options() {
        var options = new ArrayList<ServerOption>(List.of(
                KEYS_FILE, KEYS, ANCHOR_FILE, SPOOL, BEFORE_READERS, BEFORE_MILLIS, STREAM_CONSUMERS, STREAM_EVENTS));
        options.addAll(Keeping.OPTIONS);
        return options;
    }

    @Override
    public List<RealmSetting> settings() {
        return RetentionSettings.all();
    }

    @Override
    public Optional<String> refusal(
            KeycloakSession session, RealmModel realm, RealmSetting setting, @Nullable String value) {
        return RetentionSettings.refusal(setting, value);
    }

    @Override
    public List<LeasedTask> tasks() {
        return keeping == null ? List.of() : keeping.tasks();
    }

    @Override
    public Set<Permission> permissions() {
        return AuditPermissions.ALL;
    }

    @Override
    public void init(Config.Scope config) {
        keepingOptions = Keeping.Options.of(config);
        keyFile = keyFile(KEYS_FILE.valueOf(config.get(KEYS_FILE.key())), KEYS.valueOf(config.get(KEYS.key())));
        anchorFile = path(ANCHOR_FILE.valueOf(config.get(ANCHOR_FILE.key())));
        var directory = path(SPOOL.valueOf(config.get(SPOOL.key())));
        spool = directory == null ? null : new Spool(directory);
        before = new BeforeReader(
                BEFORE_READERS.valueOf(config.getInt(BEFORE_READERS.key())),
                Duration.ofMillis(BEFORE_MILLIS.valueOf(config.getInt(BEFORE_MILLIS.key()))));
        tail = new LiveTail(
                STREAM_CONSUMERS.valueOf(config.getInt(STREAM_CONSUMERS.key())),
                STREAM_EVENTS.valueOf(config.getInt(STREAM_EVENTS.key())),
                clock);
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(new ModelListener());
    }

    @Override
    public void start(KeycloakSessionFactory factory) {
        var file = keyFile;
        var options = keepingOptions;
        if (file == null || options == null) {
            throw new IllegalStateException("Started before it was initialised");
        }
        var unchecked = ServerKeys.of(file, file.signingKeys().get(0));
        var kids = file.encryptionKeys().stream().map(EncryptionKey::kid).collect(Collectors.toSet());
        var checked = KeycloakModelUtils.runJobInTransactionWithResult(
                factory, session -> new KeyCheck(session, unchecked, kids, clock.instant()).checked());
        keys = checked;
        var started = new Sealer(new Sealing(checked, new AuditMetrics(), clock), new AnchorWriter(anchorFile), clock);
        inbox = new Inbox(checked, spool, started::wake);
        sealer = started;
        keeping = options.start(factory, this);
        started.start(factory);
        tail().start(factory, checked);
        var spooled = spool;
        if (spooled != null) {
            KeycloakModelUtils.runJobInTransaction(
                    factory,
                    session -> session.getProvider(TimerProvider.class)
                            .schedule(() -> spooled.readIn(factory), SPOOL_EVERY.toMillis(), "keysteward-audit-spool"));
        }
    }

    LiveTail tail() {
        if (tail == null) {
            throw new IllegalStateException("Asked before it was initialised");
        }
        return tail;
    }

    Keeping keeping() {
        if (keeping == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return keeping;
    }

    Readings readings() {
        return readings;
    }

    /** Where what is signed is written to as well; null for the log alone. */
    @Nullable Path anchorFile() {
        return anchorFile;
    }

    /** The public halves of the keys that the server has been given to sign with, today's and older ones. */
    List<VerificationKey> signingKeys() {
        return keyFile == null
                ? List.of()
                : keyFile.signingKeys().stream().map(SigningKey::publicKey).toList();
    }

    Inbox inbox() {
        if (inbox == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return inbox;
    }

    ServerKeys keys() {
        if (keys == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return keys;
    }

    BeforeReader before() {
        if (before == null) {
            throw new IllegalStateException("Asked before the server has started");
        }
        return before;
    }

    Clock clock() {
        return clock;
    }

    UuidV7 ids() {
        return ids;
    }

    @Override
    public void close() {
        if (sealer != null) {
            sealer.close();
        }
        if (before != null) {
            before.close();
        }
        if (tail != null) {
            tail.close();
        }
    }

    private static KeyFile keyFile(String path, String text) {
        if (path.isEmpty() && text.isEmpty()) {
            throw new AuditKeyException(
                    "The audit trail has no keys. Make some with 'java -jar keysteward-<version>.jar"
                            + " audit-keys create --out audit-keys.jwks', and name the file in the option"
                            + " spi-keysteward--audit--keys-file, the same on every node. Or switch the audit trail off with"
                            + " spi-keysteward--audit--enabled=false.");
        }
        try {
            return KeyFile.parse(path.isEmpty() ? text : Files.readString(Path.of(path)));
        } catch (IOException e) {
            throw new AuditKeyException("The audit key file " + path + " cannot be read: " + e.getMessage()
                    + ". Name a file that is there in spi-keysteward--audit--keys-file.");
        } catch (KeyFileException e) {
            throw new AuditKeyException("The audit keys cannot be used: " + e.getMessage());
        }
    }

    private static @Nullable Path path(String text) {
        return text.isEmpty() ? null : Path.of(text);
    }
}
