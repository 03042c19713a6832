package org.keysteward.audit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keysteward.audit.changes.Tables;
import org.keysteward.kernel.AuditEntry.Category;

class CatalogueTest {
    record UserCase(
            String description,
            String event,
            @Nullable Map<String, String> details,
            String action,
            boolean success,
            boolean user)
            implements Tables.Case {}

    record AdminCase(
            String description,
            String resource,
            String operation,
            @Nullable String path,
            String action) implements Tables.Case {}

    static Stream<Named<UserCase>> userEvents() {
        return Tables.read("user-events.yaml", UserCase.class);
    }

    static Stream<Named<AdminCase>> adminEvents() {
        return Tables.read("admin-events.yaml", AdminCase.class);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void namesEveryUserEvent(EventType type) {
        var action = Catalogue.ofUserEvent(type.name(), Map.of());

        assertThat(Catalogue.find(action.action().key())).contains(action.action());
        assertThat(action.success()).isEqualTo(!type.name().endsWith("_ERROR"));
    }

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void namesEveryAdminEvent(ResourceType type) {
        for (var operation : OperationType.values()) {
            var action = Catalogue.ofAdminEvent(type.name(), operation.name(), null);

            assertThat(Catalogue.find(action.key()))
                    .as("%s %s", type, operation)
                    .contains(action);
        }
    }

    @Test
    void knowsNoEventsThatKeycloakDoesNotSend() {
        var events = Arrays.stream(EventType.values()).map(Enum::name).toList();
        var types = Arrays.stream(ResourceType.values()).map(Enum::name).toList();
        var operations = Arrays.stream(OperationType.values()).map(Enum::name).toList();

        for (var action : Catalogue.all()) {
            for (var notation : Catalogue.sources(action.key())) {
                for (var source : Source.Notation.parse(notation)) {
                    if (source instanceof Source.UserEvent event) {
                        assertThat(events).contains(event.name());
                    } else if (source instanceof Source.AdminEvent event) {
                        assertThat(types).contains(event.resourceType());
                        assertThat(operations).contains(event.operation());
                    }
                }
            }
        }
    }

    @Test
    void namesWhateverWeRecordOurselves() throws IOException {
        var unnamed = new ArrayList<String>();
        var found = new TreeSet<String>();
        var literal = Pattern.compile("\"([a-z_]+(?:\\.[a-z_]+)+)\"");
        var root = Path.of(System.getProperty("keysteward.root"), "providers");
        try (var files = Files.walk(root)) {
            var sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .filter(file -> !file.startsWith(root.resolve("audit")))
                    .toList();
            for (var file : sources) {
                var text = Files.readString(file);
                if (!text.contains("AuditEntry.")) {
                    continue;
                }
                text.lines().filter(line -> !line.contains("new Permission(")).forEach(line -> {
                    var matcher = literal.matcher(line);
                    while (matcher.find()) {
                        var key = matcher.group(1);
                        found.add(key);
                        if (!Catalogue.sources(key).contains("own")) {
                            unnamed.add(key + " in " + file.getFileName());
                        }
                    }
                });
            }
        }

        assertThat(unnamed).isEmpty();
        assertThat(found).contains("plan.created", "license.changed", "member.suspended", "settings.changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.created",
                "user.removed",
                "user.role_granted",
                "user.role_revoked",
                "group.member_added",
                "group.member_removed",
                "group.created",
                "group.removed",
                "role.removed",
                "member.added",
                "member.removed",
                "tenant.removed",
                "identity_link.added",
                "identity_link.removed",
                "client.created",
                "client.removed",
                "realm.created",
                "realm.removed"
            })
    void namesWhatComesFromInsideTheServer(String key) {
        assertThat(Catalogue.sources(key)).contains("provider");
    }

    @ParameterizedTest
    @MethodSource("userEvents")
    void namesUserEvents(UserCase one) {
        var found = Catalogue.ofUserEvent(one.event(), one.details() == null ? Map.of() : one.details());

        assertThat(found.action().key()).isEqualTo(one.action());
        assertThat(found.success()).isEqualTo(one.success());
        assertThat(found.aboutTheUser()).isEqualTo(one.user());
    }

    @ParameterizedTest
    @MethodSource("adminEvents")
    void namesAdminEvents(AdminCase one) {
        assertThat(Catalogue.ofAdminEvent(one.resource(), one.operation(), one.path())
                        .key())
                .isEqualTo(one.action());
    }

    /** Which of two that say as much counts would depend on the order of lines. */
    @Test
    void noTwoPathsOfOneOperationSayAsMuchAboutTheSame() {
        var events = Catalogue.all().stream()
                .flatMap(action -> Catalogue.sources(action.key()).stream())
                .flatMap(notation -> Source.Notation.parse(notation).stream())
                .filter(Source.AdminEvent.class::isInstance)
                .map(Source.AdminEvent.class::cast)
                .toList();

        for (var one : events) {
            for (var other : events) {
                if (one != other
                        && one.resourceType().equals(other.resourceType())
                        && one.operation().equals(other.operation())
                        && one.literals() == other.literals()) {
                    assertThat(overlap(one.path(), other.path()))
                            .as("%s and %s", one, other)
                            .isFalse();
                }
            }
        }
    }

    private static boolean overlap(@Nullable PathPattern one, @Nullable PathPattern other) {
        return one != null && other != null && one.matches(String.join("/", other.segments()));
    }

    @Test
    void repeatsAreThoseThatKeycloakSendsTwice() {
        assertThat(EventType.values())
                .filteredOn(type -> Catalogue.isRepetition(type.name()))
                .containsExactlyInAnyOrder(
                        EventType.UPDATE_PASSWORD,
                        EventType.UPDATE_PASSWORD_ERROR,
                        EventType.UPDATE_TOTP,
                        EventType.UPDATE_TOTP_ERROR,
                        EventType.REMOVE_TOTP,
                        EventType.REMOVE_TOTP_ERROR);
    }

    @Test
    void tagsStandSortedInARecord() {
        assertThat(Catalogue.find("user.impersonated").orElseThrow().tagTexts())
                .containsExactly("GDPR", "SOC2:CC6.1", "SOC2:CC6.3", "SOX");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user.made\tadministration\tuser\t-\town",
                "user.made\tadministration\tuser\t-\town\tnot a sentence",
                "user.made\tgossip\tuser\t-\town\tA sentence.",
                "user.made\tadministration\tuser\tSOC3\town\tA sentence.",
                "user.made\tadministration\tuser\t-\tnews\tA sentence.",
                "user.made\tadministration\tuser\t-\tadmin:USER\tA sentence.",
                "user.made\tadministration\tuser\t-\town,provider\tA sentence.",
                "User\tadministration\tuser\t-\town\tA sentence.",
                "user.other\tadministration\tuser\t-\town\tA sentence.",
                "user.made\tadministration\tuser\t-\tuser:LOGIN*\tA sentence."
            })
    void aTableThatIsWrongIsRefusedWithItsLine(String line) {
        var lines = List.of("# a comment", "user.other\tadministration\tuser\t-\tuser:LOGIN\tA sentence.", "", line);

        assertThatThrownBy(() -> Row.read(lines)).hasMessageStartingWith("catalogue, line 4: ");
    }

    @Test
    void whatIsUnderAccessControlIsTaggedSo() {
        assertThat(Catalogue.all())
                .filteredOn(action -> action.category() == Category.ACCESS
                        && !action.key().startsWith("invitation.")
                        && !action.key().startsWith("member."))
                .allSatisfy(action -> assertThat(action.tags()).contains(Tag.SOC2_CC6_3));
    }
}
