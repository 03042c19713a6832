package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.keysteward.it.harness.TestOrganization;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.harness.TestUser;
import org.keysteward.it.tenants.Tenancy;

/** A tenant that a vendor provisions, and what Keycloak and the SCIM server say of it afterwards. */
final class ProvisionedTenant {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 100;

    private final TestRealm realm;
    private final TestOrganization tenant;
    private final Wire wire;
    private final VendorTable table;
    private final Map<String, String> known = new HashMap<>();

    ProvisionedTenant(TestRealm realm, String alias, VendorTable table) {
        this.realm = realm;
        this.table = table;
        this.tenant = Tenancy.in(realm).tenant(alias, null);
        this.wire = Provisioner.of(realm, alias).wire();
        known.put("base", wire.base());
    }

    void play(VendorTable.Row row) {
        row.setup().forEach(name -> play(prepared(name)));
        row.steps().forEach(this::play);
    }

    private VendorTable.Step prepared(String name) {
        VendorTable.Step step = table.prepared().get(name);
        if (step == null) {
            throw new IllegalStateException("The table prepares nothing of the name " + name);
        }
        return step;
    }

    private void play(VendorTable.Step step) {
        Map<String, String> headers = new TreeMap<>(table.headers());
        headers.putAll(step.headers());
        HttpResponse<String> answer = wire.send(
                step.method(), filled(step.path()), headers, filled(step.body()).getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode())
                .as("%s is answered with %s", step.send(), answer.body())
                .isEqualTo(step.status());
        JsonNode body = body(answer);
        assertParts(step.send(), JSON.valueToTree(step.answer()), body);
        step.answerHeaders()
                .forEach((name, value) -> assertParts(
                        step.send() + ", header " + name,
                        JSON.valueToTree(value),
                        JSON.valueToTree(answer.headers().firstValue(name).orElse(""))));
        step.capture()
                .forEach((name, pointer) -> known.put(
                        name,
                        pointer.isEmpty() ? answer.body() : body.at(pointer).asText()));
    }

    void assertHolds(VendorTable.Stored stored) {
        stored.scim().forEach(this::assertScim);
        stored.users().forEach(this::assertUser);
        assertThat(usernames("/organizations/" + tenant.id() + "/members"))
                .as("members of the tenant")
                .isEqualTo(sorted(stored.members()));
        assertThat(groups()).as("groups of the tenant").isEqualTo(sorted(stored.groups()));
        stored.signIn().forEach(this::assertSignsIn);
    }

    /** A second look, by the address that the answer named. */
    private void assertScim(String path, JsonNode expected) {
        HttpResponse<String> answer = wire.send("GET", filled(path), table.headers(), new byte[0]);

        assertThat(answer.statusCode())
                .as("GET %s is answered with %s", path, answer.body())
                .isEqualTo(expected.isInt() ? expected.intValue() : 200);
        if (expected.isObject()) {
            assertParts("GET " + path, expected, body(answer));
        }
    }

    private void assertUser(String username, JsonNode expected) {
        JsonNode found = admin("/users?exact=true&username=" + username);

        if (expected.isNull()) {
            assertThat(found).as("users named %s", username).isEmpty();
            return;
        }
        assertThat(found).as("users named %s", username).hasSize(1);
        assertParts("Keycloak's user " + username, expected, found.get(0));
    }

    private void assertSignsIn(String username, String password) {
        new TestUser(realm, "", username, password).trySignIn().then().statusCode(200);
    }

    private Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new TreeMap<>();
        String path = "/organizations/" + tenant.id() + "/groups";
        admin(path + "?max=" + MOST)
                .forEach(group -> groups.put(
                        group.path("name").asText(),
                        usernames(path + "/" + group.path("id").asText() + "/members")));
        return groups;
    }

    private Set<String> usernames(String path) {
        return all(admin(path + "?max=" + MOST), user -> user.path("username").asText());
    }

    private static Set<String> all(JsonNode list, Function<JsonNode, String> text) {
        Set<String> texts = new TreeSet<>();
        list.forEach(one -> texts.add(text.apply(one)));
        assertThat(texts).as("each once: %s", list).hasSize(list.size());
        return texts;
    }

    private JsonNode admin(String path) {
        return json(realm.admin().get(path).then().statusCode(200).extract().asString());
    }

    private void assertParts(String what, JsonNode expected, JsonNode actual) {
        assertThat(Parts.difference(json(filled(expected.toString(), ProvisionedTenant::quoted)), actual))
                .as("%s: %s", what, actual)
                .isEmpty();
    }

    private static JsonNode body(HttpResponse<String> answer) {
        if (answer.body().isEmpty()) {
            return JSON.missingNode();
        }
        assertThat(answer.headers().firstValue("Content-Type"))
                .as(answer.body())
                .hasValueSatisfying(type -> assertThat(type).startsWith(Provisioner.MEDIA_TYPE));
        return json(answer.body());
    }

    private String filled(String text) {
        return filled(text, UnaryOperator.identity());
    }

    private String filled(String text, UnaryOperator<String> written) {
        String filled = text;
        for (Map.Entry<String, String> value : known.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", written.apply(value.getValue()));
        }
        assertThat(filled).as("what was captured: %s", known.keySet()).doesNotContain("${");
        return filled;
    }

    /** As it is written inside a text of JSON. */
    private static String quoted(String text) {
        return String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text));
    }

    private static Set<String> sorted(Set<String> texts) {
        return new TreeSet<>(texts);
    }

    private static Map<String, Set<String>> sorted(Map<String, Set<String>> groups) {
        Map<String, Set<String>> sorted = new TreeMap<>();
        groups.forEach((name, members) -> sorted.put(name, sorted(members)));
        return sorted;
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void removeUsers(TestRealm realm) {
        List<String> ids = realm.admin()
                .queryParam("max", MOST)
                .get("/users")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        ids.forEach(id -> realm.admin().delete("/users/" + id).then().statusCode(204));
    }
}
