package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.resource.DiscoveryDocuments;
import org.keysteward.scim.resource.ListResponse;
import org.keysteward.scim.resource.ServiceProvider;

/** What the server says of itself (RFC 7644, section 4). */
final class Discovery {
    private static final String OPERATION = "describe the server";

    /** Cursors name a place, and nothing is kept for them: this is what is promised at least. */
    private static final Duration CURSOR_TIMEOUT = Duration.ofDays(1);

    private final ApiRequest request;
    private final DiscoveryDocuments documents;
    private final List<ResourceType> types;

    /** @param base the server's address */
    Discovery(ApiRequest request, String base) {
        this.request = request;
        this.documents = new DiscoveryDocuments(base);
        this.types = ScimFactory.of(request.session())
                .userTypes()
                .of(request.session(), request.realm())
                .all();
    }

    Response serviceProviderConfig() {
        var limits = ScimFactory.of(request.session());
        return Answers.of(request, OPERATION, () -> {
            Bodies.refuseFilter(request);
            return Answers.ok(documents.serviceProviderConfig(new ServiceProvider(
                            BulkWork.MAX_OPERATIONS,
                            limits.maxPayloadBytes(),
                            Listing.MAX_COUNT,
                            Listing.DEFAULT_COUNT,
                            CURSOR_TIMEOUT,
                            true,
                            null)))
                    .build();
        });
    }

    Response resourceTypes() {
        return all(types.stream().map(documents::resourceType));
    }

    Response resourceType(String id) {
        return one(types.stream().filter(type -> type.name().equals(id)).map(documents::resourceType));
    }

    Response schemas() {
        return all(schemasOfAll().map(documents::schema));
    }

    Response schema(String urn) {
        return one(schemasOfAll()
                .filter(schema -> schema.id().equalsIgnoreCase(urn))
                .map(documents::schema));
    }

    private Response all(Stream<ObjectNode> described) {
        return Answers.of(request, OPERATION, () -> {
            Bodies.refuseFilter(request);
            return Answers.ok(ListResponse.complete(described.toList()).json()).build();
        });
    }

    private Response one(Stream<ObjectNode> described) {
        return Answers.of(
                request,
                OPERATION,
                () -> Answers.ok(described
                                .findFirst()
                                .orElseThrow(() -> new ScimException(404, null, "There is nothing of this name.")))
                        .build());
    }

    private Stream<Schema> schemasOfAll() {
        return types.stream().flatMap(Discovery::schemas);
    }

    private static Stream<Schema> schemas(ResourceType type) {
        return Stream.concat(
                Stream.of(type.schema()), type.extensions().stream().map(ResourceType.SchemaExtension::schema));
    }
}
