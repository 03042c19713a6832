package org.keysteward.it.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.KeycloakTest;
import org.keysteward.it.harness.StatementLog;
import org.keysteward.it.harness.Statements;
import org.keysteward.it.harness.TestRealm;
import org.keysteward.it.tenants.Tenancy;

/** Lists: filters, order, pages, and what they cost. */
@KeycloakTest
class ListingIT {
    private static final int USERS = 12;

    @SuppressWarnings("NullAway.Init")
    private Provisioner directory;

    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void people(TestRealm realm) {
        Tenancy.in(realm).tenant("acme", null);
        directory = Provisioner.of(realm, "acme");
        ids.addAll(People.in(directory, USERS));
    }

    @Test
    void groupsAndMembersAreSearched() {
        String group = directory.createGroup("Engineers", List.of(ids.get(0), ids.get(1)));
        String outer = directory.createGroup("Outer", List.of(group));

        assertThat(list(Map.of("filter", "groups.value eq \"" + group + "\"")).getInt("totalResults"))
                .isEqualTo(2);
        assertThat(list(Map.of("filter", "groups[display eq \"engineers\" and type eq \"direct\"]"))
                        .getInt("totalResults"))
                .isEqualTo(2);
        assertThat(groups("members.value eq \"" + ids.get(1) + "\"")).containsExactly(group);
        assertThat(groups("members[value eq \"" + group + "\" and type eq \"Group\"]"))
                .containsExactly(outer);
        assertThat(groups("displayName eq \"ENGINEERS\"")).containsExactly(group);
        assertThat(groups("members pr")).containsExactlyInAnyOrder(group, outer);
    }

    @Test
    void pagesByIndexAreDisjointAndComplete() {
        var seen = new HashSet<String>();
        for (int start = 1; start <= USERS; start += 5) {
            JsonPath page = list(Map.of("startIndex", Integer.toString(start), "count", "5"));
            assertThat(page.getInt("totalResults")).isEqualTo(USERS);
            assertThat(page.getInt("startIndex")).isEqualTo(start);
            seen.addAll(page.getList("Resources.id"));
        }

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(list(Map.of("count", "0")).getInt("totalResults")).isEqualTo(USERS);
        assertThat(list(Map.of("count", "0")).getList("Resources")).isEmpty();
        assertThat(list(Map.of("count", "-1")).getList("Resources")).isEmpty();
        assertThat(list(Map.of("startIndex", "0", "count", "1")).getInt("startIndex"))
                .isOne();
        assertThat(list(Map.of("startIndex", "1000")).getList("Resources")).isEmpty();
    }

    /** Service accounts are nobody's to provision, and no page is shorter for them. */
    @ParameterizedTest
    @ValueSource(strings = {"startIndex", "cursor"})
    void pagesOfTheWholeRealmHaveEverybodyButServiceAccounts(String paging, TestRealm realm) {
        for (String client : List.of("reports", "billing")) {
            realm.admin()
                    .body(Map.of("clientId", client, "serviceAccountsEnabled", true))
                    .post("/clients")
                    .then()
                    .statusCode(201);
        }
        Provisioner ofRealm = Provisioner.ofRealm(realm);
        var seen = new ArrayList<String>();
        String next = paging.equals("cursor") ? "" : "1";
        while (next != null) {
            JsonPath page = Provisioner.json(ofRealm.scim()
                    .queryParam(paging, next)
                    .queryParam("count", 5)
                    .get("/Users")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
            List<String> shown = page.getList("Resources.id");
            seen.addAll(shown);
            next = paging.equals("cursor")
                    ? page.getString("nextCursor")
                    : shown.size() < 5 ? null : Integer.toString(seen.size() + 1);
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void pagesByCursorAreDisjointAndCompleteWhileOthersAreMadeAndRemoved() {
        var seen = new ArrayList<String>();
        String cursor = "";
        do {
            JsonPath page = list(Map.of("cursor", cursor, "count", "5"));
            seen.addAll(page.getList("Resources.id"));
            cursor = page.getString("nextCursor");
            directory
                    .scim()
                    .delete("/Users/" + seen.get(seen.size() - 1))
                    .then()
                    .statusCode(204);
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void cursorIsGoodForItsOwnQuestionOnly() {
        String cursor = list(Map.of("cursor", "", "count", "5")).getString("nextCursor");

        for (Map<String, String> query : List.of(
                Map.of("cursor", cursor, "filter", "title pr"),
                Map.of("cursor", cursor.substring(1)),
                Map.of("cursor", "x"))) {
            directory
                    .scim()
                    .queryParams(query)
                    .get("/Users")
                    .then()
                    .statusCode(400)
                    .body(containsString("invalidCursor"));
        }
        directory.scim().queryParam("cursor", cursor).get("/Groups").then().statusCode(400);
    }

    @Test
    void cursorIsOfUnreservedCharacters() {
        assertThat(list(Map.of("cursor", "", "count", "5")).getString("nextCursor"))
                .matches("[A-Za-z0-9._~-]+");
        assertThat(list(Map.of("cursor", "", "count", "5", "sortBy", "userName"))
                        .getString("nextCursor"))
                .matches("[A-Za-z0-9._~-]+");
    }

    @Test
    void cursorOfAnotherTenantIsNothing(TestRealm realm) {
        Tenancy.in(realm).tenant("globex", null);
        Provisioner other = Provisioner.of(realm, "globex");
        other.createUser("gus", Map.of());
        other.createUser("gwen", Map.of());
        String cursor = list(Map.of("cursor", "", "count", "1")).getString("nextCursor");

        other.scim()
                .queryParams(Map.of("cursor", cursor, "count", "1"))
                .get("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidCursor"));
    }

    @Test
    void pageHasAThousandAtMost() {
        for (int half = 0; half < 2; half++) {
            int first = half * 501;
            directory
                    .scim()
                    .body(Map.of(
                            "schemas",
                            List.of("urn:ietf:params:scim:api:messages:2.0:BulkRequest"),
                            "Operations",
                            IntStream.range(first, first + 501)
                                    .mapToObj(number -> Map.of(
                                            "method",
                                            "POST",
                                            "path",
                                            "/Groups",
                                            "bulkId",
                                            Integer.toString(number),
                                            "data",
                                            Provisioner.group("Group " + number, List.of())))
                                    .toList()))
                    .post("/Bulk")
                    .then()
                    .statusCode(200);
        }

        JsonPath page = directory.read("/Groups?count=5000&excludedAttributes=members");

        assertThat(page.getInt("totalResults")).isEqualTo(1002);
        assertThat(page.getInt("itemsPerPage")).isEqualTo(1000);
    }

    @Test
    void whatNobodyForesawIsAnErrorOfScimsToo(Database database) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "update KS_SCIM_RESOURCE set CONTENT = '{' where RESOURCE_ID = ?")) {
            statement.setString(1, ids.get(0));
            statement.executeUpdate();
        }

        directory
                .scim()
                .get("/Users/" + ids.get(0))
                .then()
                .statusCode(500)
                .contentType(startsWith(Provisioner.MEDIA_TYPE))
                .body("schemas", equalTo(List.of("urn:ietf:params:scim:api:messages:2.0:Error")))
                .body("status", equalTo("500"))
                .body("detail", not(containsString("Exception")));
    }

    @Test
    void orderIsThatOfTheAttribute() {
        assertThat(list(Map.of("sortBy", "displayName")).getList("Resources.displayName", String.class))
                .isSorted();
        assertThat(list(Map.of("sortBy", "userName", "sortOrder", "descending", "count", "1"))
                        .getString("Resources[0].userName"))
                .isEqualTo("user11");
        assertThat(list(Map.of("sortBy", "emails", "count", "3", "cursor", "")).getList("Resources"))
                .hasSize(3);
        directory
                .scim()
                .queryParam("sortBy", "nothing")
                .get("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidValue"));
    }

    @Test
    void answerHasWhatWasAskedFor() {
        assertThat(list(Map.of("attributes", "userName,emails.type", "count", "1"))
                        .<Map<String, Object>>getList("Resources")
                        .get(0))
                .containsOnlyKeys("schemas", "id", "userName", "emails");
        assertThat(list(Map.of("excludedAttributes", "emails,name", "count", "1"))
                        .<Map<String, Object>>getList("Resources")
                        .get(0))
                .doesNotContainKeys("emails", "name")
                .containsKeys("userName", "meta");
    }

    @Test
    void everythingIsSearchedAtOnce() {
        directory.createGroup("user group", List.of());
        JsonPath found = Provisioner.json(directory
                .scim()
                .body(Map.of(
                        "schemas",
                        List.of("urn:ietf:params:scim:api:messages:2.0:SearchRequest"),
                        "filter",
                        "displayName pr",
                        "startIndex",
                        12,
                        "count",
                        5))
                .post("/.search")
                .then()
                .statusCode(200)
                .extract()
                .asString());

        assertThat(found.getInt("totalResults")).isEqualTo(USERS + 1);
        assertThat(found.getList("Resources.meta.resourceType")).containsExactly("User", "Group");
    }

    @Test
    void pageCostsTheSameHoweverManyAreOnIt(Statements statements) {
        directory.createGroup("Engineers", ids);
        list(Map.of());
        int few = statements.of(() -> list(Map.of("count", "2"))).count();
        int many = statements.of(() -> list(Map.of("count", "12"))).count();
        int read = statements
                .of(() -> directory.scim().get("/Users/" + ids.get(0)).then().statusCode(200))
                .count();

        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(4);
        assertThat(read).isLessThanOrEqualTo(2);
    }

    @Test
    void whoIsLookedUpByTheirNameIsNotLookedForTwice(Statements statements) {
        list(Map.of());
        for (String filter :
                List.of("userName eq \"user03\"", "externalId eq \"e3\"", "id eq \"" + ids.get(3) + "\"")) {
            StatementLog found = statements.of(() -> list(Map.of("filter", filter)));

            assertThat(found.count()).as(found::toString).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void pageThatIsTheLastSaysHowManyThereAre(Statements statements) {
        list(Map.of());
        StatementLog whole = statements.of(() -> list(Map.of()));

        assertThat(whole.count()).as(whole::toString).isLessThanOrEqualTo(3);
        assertThat(list(Map.of("startIndex", "11", "count", "5")).getInt("totalResults"))
                .isEqualTo(USERS);
        assertThat(list(Map.of("startIndex", "100", "count", "5")).getInt("totalResults"))
                .isEqualTo(USERS);
        assertThat(list(Map.of("startIndex", "100", "count", "5", "filter", "emails co \"work\""))
                        .getInt("totalResults"))
                .isEqualTo(USERS);
    }

    @Test
    void addressesAreFoundWhereverTheyAreKept() {
        assertThat(list(Map.of("filter", "emails co \"@WORK.\"", "count", "5")).getInt("totalResults"))
                .isEqualTo(USERS);
        assertThat(list(Map.of("filter", "emails co \"3@home.\"")).getList("Resources.userName"))
                .containsExactly("user03");
        assertThat(list(Map.of("filter", "emails sw \"u1\" and emails ew \"1@home.example\""))
                        .getList("Resources.userName"))
                .containsExactlyInAnyOrder("user01", "user11");
    }

    @Test
    void filterOfNothingIsRefusedAndSaysWhere() {
        directory
                .scim()
                .queryParam("filter", "userName eq")
                .get("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidFilter"))
                .body(containsString("character"));
        directory
                .scim()
                .queryParam("filter", "password eq \"x\"")
                .get("/Users")
                .then()
                .statusCode(400)
                .body(containsString("invalidFilter"));
    }

    private List<String> groups(String filter) {
        return Provisioner.json(directory
                        .scim()
                        .queryParam("filter", filter)
                        .get("/Groups")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getList("Resources.id");
    }

    private JsonPath list(Map<String, String> query) {
        return Provisioner.json(directory
                .scim()
                .queryParams(query)
                .get("/Users")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
