package org.keysteward.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.servers.ServerVariable;
import io.swagger.v3.oas.models.servers.ServerVariables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keysteward.kernel.keycloak.ApiContributionFactory;
import org.keysteward.kernel.keycloak.ApiContributionFactory.Door;
import org.keysteward.kernel.keycloak.ApiContributionFactory.Mount;

class OpenApiDocumentTest {
    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    private final List<ApiContributionFactory> contributions = ServiceLoader.load(ApiContributionFactory.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(ApiContributionFactory::getId))
            .toList();

    @Test
    void theDocumentIsWhatTheResourcesAre() throws JsonProcessingException {
        var mapper = Json31.mapper().copy().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

        new GeneratedDocument("openapi.json")
                .assertCurrent(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(document()) + "\n");
    }

    @Test
    void everyOperationSaysWhatItAnswers() {
        document()
                .getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    assertThat(operation.getSummary()).as(method + " " + path).isNotBlank();
                    assertThat(operation.getResponses().keySet())
                            .as(method + " " + path)
                            .anyMatch(status -> status.startsWith("2"));
                }));
    }

    private OpenAPI document() {
        var reader =
                new Reader(new SwaggerConfiguration().openAPI(new OpenAPI()).openAPI31(true));
        var completed = new HashSet<String>();
        contributions.forEach(contribution -> read(reader, contribution, completed));
        var document = reader.getOpenAPI();
        document.openapi("3.1.0")
                .info(new Info()
                        .title("Keysteward")
                        .version("v1")
                        .description("One API behind two doors: the admin door for administrators of the realm or of"
                                + " master, and the realm door for applications and tenant administrators, whose"
                                + " access token has keysteward in its audience.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(server(Door.ADMIN), server(Door.REALM)));
        document.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(PROBLEM, problem());
        return document;
    }

    private static void read(Reader reader, ApiContributionFactory contribution, Set<String> completed) {
        var tenant = contribution.mount() == Mount.TENANT || contribution.mount() == Mount.MEMBER;
        var member = contribution.mount() == Mount.MEMBER ? "members/{userId}/" : "";
        var path = (tenant ? "/tenants/{tenant}/" : "/") + member + contribution.path();
        var document = reader.read(
                contribution.resourceType(),
                path,
                null,
                true,
                null,
                null,
                new HashSet<>(),
                new ArrayList<>(),
                new HashSet<>());
        document.getPaths().forEach((read, item) -> {
            if ((read + "/").startsWith(path + "/") && !completed.contains(read)) {
                complete(item, contribution, tenant);
                completed.add(read);
            }
        });
    }

    private static void complete(PathItem item, ApiContributionFactory contribution, boolean tenant) {
        if (tenant) {
            item.addParametersItem(new Parameter()
                    .in("path")
                    .name("tenant")
                    .required(true)
                    .description("The tenant's alias.")
                    .schema(new JsonSchema().typesItem("string")));
        }
        if (contribution.mount() == Mount.PROTOCOL) {
            item.setServers(List.of(server(Door.REALM, "")));
        } else if (contribution.doors().size() == 1) {
            item.setServers(List.of(server(contribution.doors().iterator().next())));
        }
        item.readOperations().forEach(operation -> complete(operation, contribution));
    }

    private static void complete(Operation operation, ApiContributionFactory contribution) {
        operation.setOperationId(null);
        if (contribution.open()) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
        }
        // What a method returns without saying under which status.
        var returned = operation.getResponses().remove("default");
        if (returned != null && operation.getResponses().isEmpty()) {
            operation.getResponses().addApiResponse("200", returned.description("What was asked for"));
        }
        operation
                .getResponses()
                .addApiResponse(
                        "default",
                        new ApiResponse()
                                .description("A problem (RFC 9457)")
                                .content(new Content()
                                        .addMediaType(
                                                "application/problem+json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/" + PROBLEM)))));
    }

    private static Server server(Door door) {
        return server(door, "/v1");
    }

    private static Server server(Door door, String version) {
        var prefix = door == Door.ADMIN ? "/admin" : "";
        return new Server()
                .url("{keycloak}" + prefix + "/realms/{realm}/keysteward" + version)
                .description(door == Door.ADMIN ? "The admin door" : "The realm door")
                .variables(new ServerVariables()
                        .addServerVariable("keycloak", new ServerVariable()._default("http://localhost:8080"))
                        .addServerVariable("realm", new ServerVariable()._default("demo")));
    }

    private static Schema<?> problem() {
        var text = new JsonSchema().typesItem("string");
        var error = new JsonSchema()
                .typesItem("object")
                .addProperty("pointer", text)
                .addProperty("detail", text);
        var errors = new ArraySchema().items(error);
        return new JsonSchema()
                .typesItem("object")
                .addProperty("type", text)
                .addProperty("title", text)
                .addProperty("status", new JsonSchema().typesItem("integer"))
                .addProperty("detail", text)
                .addProperty("requestId", text)
                .addProperty("errors", errors);
    }
}
