package org.keysteward.roles.client.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.keysteward.roles.client.FakePermissions;
import org.keysteward.roles.client.PermissionCheck;
import org.keysteward.roles.client.RequiresPermission;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionFeatureTest {
    /** What the annotations of an interface say counts for its implementation, as JAX-RS has it for its own. */
    public interface Publishing {
        @GET
        @Path("publish")
        @RequiresPermission("journeys.publish")
        String publish();
    }

    @Path("journeys")
    @RequiresPermission("journeys.read")
    public static final class Journeys implements Publishing {
        @GET
        public String list() {
            return "listed";
        }

        @Override
        public String publish() {
            return "published";
        }

        @GET
        @Path("archive")
        @RequiresPermission(value = "journeys.archive", fresh = true)
        public String archive() {
            return "archived";
        }

        @GET
        @Path("{tenant}/{workspace}")
        @RequiresPermission(value = "journeys.read", tenant = "{tenant}", path = "workspace/{workspace}")
        public String at() {
            return "listed there";
        }

        @Path("drafts")
        public Object drafts() {
            return new Drafts();
        }
    }

    @RequiresPermission("drafts.read")
    public static final class Drafts {
        @GET
        public String list() {
            return "drafts";
        }
    }

    @Path("open")
    public static final class Open {
        @GET
        public String see() {
            return "seen";
        }
    }

    private final FakePermissions permissions = new FakePermissions();
    private final HttpClient http = HttpClient.newHttpClient();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeAll
    void start() throws IOException {
        var feature = new PermissionFeature(
                permissions,
                request -> Optional.ofNullable(request.getHeaderString("Test-Tenant"))
                        .map(FakePermissions::tokenFor));
        server = JdkHttpServerFactory.createHttpServer(
                URI.create("http://localhost:0/"),
                new ResourceConfig(Journeys.class, Open.class).register(feature),
                false);
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop(0);
    }

    @BeforeEach
    void nothingIsGranted() {
        permissions.revokeAll().comeBack();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).header("Test-Tenant", "acme").build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/" + path));
    }

    @Test
    void whoMayGetsThrough() throws Exception {
        permissions.grant("journeys.read");

        assertThat(get("journeys").body()).isEqualTo("listed");
        assertThat(get("journeys/publish").statusCode()).isEqualTo(403);
    }

    @Test
    void theMethodCountsInsteadOfItsType() throws Exception {
        permissions.grant("journeys.publish");

        assertThat(get("journeys/publish").body()).isEqualTo("published");
        assertThat(get("journeys").statusCode()).isEqualTo(403);
    }

    @Test
    void freshIsPassedOn() throws Exception {
        permissions.grant("journeys.archive");

        assertThat(get("journeys/archive").statusCode()).isEqualTo(200);

        assertThat(permissions.asked())
                .contains(PermissionCheck.of("journeys.archive").asFresh());
    }

    @Test
    void tenantAndPathAreThoseOfTheRequest() throws Exception {
        permissions.grantAt("beta", "workspace/emea", "journeys.read");

        assertThat(get("journeys/beta/emea").body()).isEqualTo("listed there");
        assertThat(get("journeys/beta/apac").statusCode()).isEqualTo(403);
        assertThat(get("journeys/acme/emea").statusCode()).isEqualTo(403);
        assertThat(get("journeys/beta/emea%2Fnorth").statusCode()).isEqualTo(403);
    }

    @Test
    void resourcesThatALocatorFindsAreGuarded() throws Exception {
        assertThat(get("journeys/drafts").statusCode()).isEqualTo(403);

        permissions.grant("drafts.read");

        assertThat(get("journeys/drafts").body()).isEqualTo("drafts");
    }

    @Test
    void withoutATokenThereIsAChallenge() throws Exception {
        permissions.grant("*");

        var response = http.send(request("journeys").build(), BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void whatCannotBeDecidedIsUnavailable() throws Exception {
        permissions.grant("*").goDown();

        var response = get("journeys");

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void whatNothingStandsOnIsOpen() throws Exception {
        assertThat(http.send(request("open").build(), BodyHandlers.ofString()).body())
                .isEqualTo("seen");
    }
}
