package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** What no client should send: each is refused in SCIM's words, and leaves nothing behind. */
@KeycloakTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputIT {
    private static final int MEGABYTE = 1_000_000;
    private static final String ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
    private static final String SEARCH = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";
    private static final String BULK = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";

    private final Provisioner directory;
    private final Wire wire;
    private final String ada;
    private final String before;

    WrongInputIT(TestRealm realm) {
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        wire = directory.wire();
        ada = directory.createUser("ada", Map.of("title", "Analyst"));
        directory.createUser("bob", Map.of());
        before = everything();
    }

    @AfterEach
    void nothingIsHalfDone() {
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void bodyOfFiveMegabytes() {
        String body = user("eve", ",\"title\":\"" + "x".repeat(5 * MEGABYTE) + "\"");

        assertRefused(send("POST", "/Users", body), 413, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST /Users", "POST /Groups", "POST /Users/.search", "POST /.search", "POST /Bulk"})
    void jsonOfTenThousandLevels(String request) {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        String body = "{\"schemas\":[],\"userName\":\"eve\",\"emails\":" + deep + "}";

        assertRefused(send("POST", request.substring(5), body), 400, "invalidSyntax");
    }

    @Test
    void changeOfTenThousandLevels() {
        String deep = "{\"value\":".repeat(10_000) + "1" + "}".repeat(10_000);

        assertRefused(send("PATCH", "/Users/" + ada, patch("title", deep)), 400, "invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Users/.search", "/Groups/.search", "/.search"})
    void filterOfOneMegabyte(String path) {
        String filter = "displayName eq \\\"" + "x".repeat(MEGABYTE) + "\\\"";

        assertRefused(send("POST", path, search(filter)), 400, "invalidFilter");
    }

    @Test
    void filterOfThousandsOfParentheses() {
        String filter = "(".repeat(4_000) + "title pr" + ")".repeat(4_000);

        assertRefused(send("POST", "/Users/.search", search(filter)), 400, "invalidFilter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq",
                "userName eq \"ada",
                "userName is \"ada\"",
                "nothing eq \"ada\"",
                "userName eq \"ada\" and",
                "(userName eq \"ada\"",
                "emails[type eq \"work\"",
                "userName eq \"ada\" or or title pr",
                "'; drop table user_entity; --"
            })
    void filterThatIsNone(String filter) {
        String query = "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);

        assertRefused(send("GET", "/Users" + query, ""), 400, "invalidFilter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"title\":\"Analyst\",\"title\":\"Countess\"",
                ",\"title\":\"Analyst\",\"TITLE\":\"Countess\"",
                ",\"userName\":\"mallory\"",
                ",\"name\":{\"givenName\":\"Eve\",\"givenName\":\"Mallory\"}",
                ",\"name\":{\"givenName\":\"Eve\"},\"name.givenName\":\"Mallory\""
            })
    void nameThatIsTwiceInAnObject(String more) {
        assertRefused(send("POST", "/Users", user("eve", more)), 400, "invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
    void contentTypeThatIsNoJson(String type) {
        byte[] body = user("eve", "").getBytes(StandardCharsets.UTF_8);

        assertRefused(wire.send("POST", "/Users", Map.of("Content-Type", type), body), 415, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-32"})
    void encodingThatIsNotUtf8(String charset) {
        byte[] body = user("eve", ",\"displayName\":\"\u00C8ve\"").getBytes(Charset.forName(charset));

        assertRefused(
                wire.send("POST", "/Users", Map.of("Content-Type", Provisioner.MEDIA_TYPE), body),
                400,
                "invalidSyntax");
        assertRefused(
                wire.send(
                        "POST",
                        "/Users",
                        Map.of("Content-Type", Provisioner.MEDIA_TYPE + "; charset=" + charset),
                        body),
                400,
                "invalidSyntax");
    }

    @Test
    void bodyThatIsCompressed() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream compressed = new GZIPOutputStream(body)) {
            compressed.write(user("eve", "").getBytes(StandardCharsets.UTF_8));
        }

        assertRefused(
                wire.send(
                        "POST",
                        "/Users",
                        Map.of("Content-Type", Provisioner.MEDIA_TYPE, "Content-Encoding", "gzip"),
                        body.toByteArray()),
                400,
                "invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "[]", "\"eve\"", "{", "{\"userName\":\"eve\"}{}", "{\"userName\":'eve'}", "\u0000"})
    void bodyThatIsNoJsonObject(String body) {
        assertRefused(send("POST", "/Users", body), 400, "invalidSyntax");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800"})
    void characterThatNoTextHas(String character) {
        assertRefused(send("POST", "/Users", user("eve" + character, "")), 400, "invalidSyntax");
    }

    @Test
    void negativeCountIsNone() {
        JsonPath list = list("/Users?count=-1");

        assertThat(list.getInt("totalResults")).isEqualTo(2);
        assertThat(list.getInt("itemsPerPage")).isZero();
        assertThat(list.getList("Resources")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void startIndexBelowOneIsOne(String startIndex) {
        JsonPath list = list("/Users?startIndex=" + startIndex);

        assertThat(list.getInt("startIndex")).isOne();
        assertThat(list.getInt("totalResults")).isEqualTo(2);
        assertThat(list.getList("Resources")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"count=many", "startIndex=first", "count=1.5", "sortOrder=sideways", "sortBy=nothing"})
    void parameterThatIsNone(String query) {
        assertRefused(send("GET", "/Users?" + query, ""), 400, "invalidValue");
    }

    @Test
    void cursorThatWasTamperedWith() {
        String cursor = list("/Users?cursor&count=1").getString("nextCursor");
        int middle = cursor.length() / 2;
        char other = cursor.charAt(middle) == 'A' ? 'B' : 'A';

        for (String wrong : new String[] {
            cursor.substring(0, middle) + other + cursor.substring(middle + 1),
            cursor.substring(1),
            cursor + "A",
            "x",
            "%27%20or%201=1"
        }) {
            assertRefused(send("GET", "/Users?count=1&cursor=" + wrong, ""), 400, "invalidCursor");
        }
        assertThat(list("/Users?count=1&cursor=" + cursor).getList("Resources")).hasSize(1);
    }

    @Test
    void cursorOfAnotherQuestion() {
        String cursor = list("/Users?cursor&count=1").getString("nextCursor");

        assertRefused(send("GET", "/Users?count=1&filter=title%20pr&cursor=" + cursor, ""), 400, "invalidCursor");
        assertRefused(send("GET", "/Groups?count=1&cursor=" + cursor, ""), 400, "invalidCursor");
    }

    @Test
    void bulkOfOneTooMany() {
        String operations = IntStream.rangeClosed(1, 1_001)
                .mapToObj(i -> "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"" + i + "\",\"data\":"
                        + user("eve" + i, "") + "}")
                .collect(Collectors.joining(","));

        assertRefused(send("POST", "/Bulk", bulk(operations)), 413, null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"method\":\"GET\",\"path\":\"/Users\"}",
                "{\"method\":\"DELETE\"}",
                "{\"method\":\"POST\",\"path\":\"/Users\",\"bulkId\":\"1\"}",
                "1"
            })
    void bulkThatIsNone(String operations) {
        assertRefused(send("POST", "/Bulk", bulk(operations)), 400, "invalidSyntax");
    }

    @Test
    void changeWhoseLastOperationIsWrong() {
        String body = "{\"schemas\":[\"" + Provisioner.PATCH + "\"],\"Operations\":["
                + "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Countess\"},"
                + "{\"op\":\"replace\",\"path\":\"active\",\"value\":false},"
                + "{\"op\":\"replace\",\"path\":\"nothing[\",\"value\":1}]}";

        assertRefused(send("PATCH", "/Users/" + ada, body), 400, "invalidPath");
    }

    @Test
    void groupWhoseLastMemberIsNobody() {
        String body = "{\"schemas\":[\"" + Provisioner.GROUP + "\"],\"displayName\":\"Engineers\",\"members\":["
                + "{\"value\":\"" + ada + "\"},{\"value\":\"nobody\"}]}";

        assertRefused(send("POST", "/Groups", body), 400, "invalidValue");
    }

    @ParameterizedTest
    @CsvSource({"GET,/Nothing,404", "GET,/Users/x/y,404", "DELETE,/Users,404", "PUT,/Bulk,405", "PATCH,/Schemas,405"})
    void requestThatIsNone(String method, String path, int status) {
        assertRefused(send(method, path, ""), status, null);
    }

    @Test
    void userNameThatTheRealmLetsNobodyChange() {
        assertRefused(send("PATCH", "/Users/" + ada, patch("userName", "\"eve\"")), 400, "mutability");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return wire.send(
                method, path, Map.of("Content-Type", Provisioner.MEDIA_TYPE), body.getBytes(StandardCharsets.UTF_8));
    }

    private JsonPath list(String path) {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Provisioner.json(answer.body());
    }

    private String everything() {
        return send("GET", "/Users", "").body() + send("GET", "/Groups", "").body();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, @Nullable String type) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Provisioner.MEDIA_TYPE);
        JsonPath error = Provisioner.json(answer.body());
        assertThat(error.getList("schemas")).isEqualTo(List.of(ERROR));
        assertThat(error.getString("status")).isEqualTo(Integer.toString(status));
        assertThat(error.getString("scimType")).isEqualTo(type);
        // A sentence, and neither what was sent nor where in the code it was found.
        assertThat(error.getString("detail"))
                .isNotBlank()
                .hasSizeLessThan(1_000)
                .doesNotContain("Exception", "\tat ");
    }

    private static String user(String userName, String more) {
        return "{\"schemas\":[\"" + Provisioner.USER + "\"],\"userName\":\"" + userName + "\"" + more + "}";
    }

    private static String patch(String path, String value) {
        return "{\"schemas\":[\"" + Provisioner.PATCH + "\"],\"Operations\":[{\"op\":\"replace\",\"path\":\"" + path
                + "\",\"value\":" + value + "}]}";
    }

    private static String search(String filter) {
        return "{\"schemas\":[\"" + SEARCH + "\"],\"filter\":\"" + filter + "\"}";
    }

    private static String bulk(String operations) {
        return "{\"schemas\":[\"" + BULK + "\"],\"Operations\":[" + operations + "]}";
    }
}
