package org.keysteward.it.harness;

import static io.restassured.RestAssured.given;

import io.restassured.config.LogConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keysteward.launcher.KeycloakServer;
import org.keysteward.launcher.ServerOptions;

/** A running node, as a client sees it. */
public final class Keycloak {
    private static final Pattern CLUSTER_SIZE =
            Pattern.compile("^vendor_cluster_size\\{[^}]*}\\s+([0-9.]+)$", Pattern.MULTILINE);

    /** A test that expected another answer prints what it got, but no token. */
    private static final RestAssuredConfig HTTP = RestAssuredConfig.config()
            .logConfig(LogConfig.logConfig()
                    .enableLoggingOfRequestAndResponseIfValidationFails()
                    // Indenting a body that is nested very deeply takes all memory there is.
                    .enablePrettyPrinting(false)
                    .blacklistHeader("Authorization"));

    private final int number;
    private final Node node;
    private final AdministratorToken administratorToken;

    Keycloak(int number, Node node) {
        this.number = number;
        this.node = node;
        this.administratorToken = new AdministratorToken(node.url());
    }

    /** A server that somebody else starts and stops. */
    public static Keycloak of(KeycloakServer server) {
        return new Keycloak(1, new LocalNode(server));
    }

    public URI url() {
        return node.url();
    }

    /** A request without a token; paths are those of the server. */
    public RequestSpecification anonymously() {
        return given().config(HTTP).baseUri(url().toString());
    }

    /** A request with this bearer token; JSON goes in. */
    public RequestSpecification as(String token) {
        return anonymously().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** A request of the master realm's administrator below {@code /admin/realms}. */
    public RequestSpecification asAdministrator() {
        return as(administratorToken.current()).basePath("/admin/realms");
    }

    /** The token of the master realm's administrator. */
    public String administratorToken() {
        return administratorToken.current();
    }

    /** The user name of the master realm's administrator, for browsers. */
    public String administrator() {
        return ServerOptions.ADMINISTRATOR;
    }

    public String administratorPassword() {
        return ServerOptions.ADMINISTRATOR_PASSWORD;
    }

    /** Makes a realm with organizations; whoever asks for it closes it. */
    public TestRealm createRealm() {
        return TestRealm.createdOn(this);
    }

    /** What the node's metrics endpoint says, in Prometheus' text format. */
    public String metrics() {
        return given().baseUri(node.managementUrl().toString())
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** How many nodes this one sees, itself included; 0 while it does not know. */
    int clusterSize() {
        Matcher size = CLUSTER_SIZE.matcher(metrics());
        return size.find() ? (int) Double.parseDouble(size.group(1)) : 0;
    }

    int number() {
        return number;
    }

    /** What the node writes; another request may write between two lines of one. */
    public Path log() {
        return node.log();
    }

    /** Stops the node in the middle of whatever it does, does something, and lets it go on. */
    public void whileFrozen(Runnable work) {
        node.freeze();
        try {
            work.run();
        } finally {
            node.thaw();
        }
    }

    void stop() {
        node.close();
    }

    @Override
    public String toString() {
        return "node " + number + " (" + url() + ")";
    }
}
