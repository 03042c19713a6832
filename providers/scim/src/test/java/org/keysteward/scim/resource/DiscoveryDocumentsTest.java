package org.keysteward.scim.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.scim2.common.types.AttributeDefinition;
import com.unboundid.scim2.common.types.ResourceTypeResource;
import com.unboundid.scim2.common.types.SchemaResource;
import com.unboundid.scim2.common.types.ServiceProviderConfigResource;
import com.unboundid.scim2.common.utils.JsonUtils;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.CoreSchemas;
import org.keysteward.scim.Schema;

class DiscoveryDocumentsTest {
    private static final String BASE = "https://id.example.com/scim/v2";
    private static final ServiceProvider PROVIDER =
            new ServiceProvider(1_000, 1_048_576, 500, 100, Duration.ofMinutes(10), true, null);

    private final DiscoveryDocuments documents = new DiscoveryDocuments(BASE);

    static List<Schema> schemas() {
        return List.of(CoreSchemas.USER, CoreSchemas.ENTERPRISE_USER, CoreSchemas.GROUP, Types.BADGE);
    }

    @Test
    void saysWhatTheServerSupports() throws Exception {
        var json = documents.serviceProviderConfig(PROVIDER);

        // The library does not know RFC 9865.
        var withoutPagination = json.deepCopy().without("pagination");
        var read = JsonUtils.nodeToValue(withoutPagination, ServiceProviderConfigResource.class);
        assertThat(read.getPatch().isSupported()).isTrue();
        assertThat(read.getBulk().getMaxOperations()).isEqualTo(1_000);
        assertThat(read.getBulk().getMaxPayloadSize()).isEqualTo(1_048_576);
        assertThat(read.getFilter().getMaxResults()).isEqualTo(500);
        assertThat(read.getSort().isSupported()).isTrue();
        assertThat(read.getEtag().isSupported()).isTrue();
        assertThat(read.getChangePassword().isSupported()).isTrue();
        assertThat(read.getAuthenticationSchemes()).hasSize(1);
        assertThat(json.at("/meta/location").asText()).isEqualTo(BASE + "/ServiceProviderConfig");
        assertThat(json.at("/meta/resourceType").asText()).isEqualTo("ServiceProviderConfig");
    }

    @Test
    void saysHowToPage() {
        var pagination = documents.serviceProviderConfig(PROVIDER).path("pagination");

        assertThat(pagination.toString())
                .isEqualTo("{\"cursor\":true,\"index\":true,\"defaultPaginationMethod\":\"index\","
                        + "\"defaultPageSize\":100,\"maxPageSize\":500,\"cursorTimeout\":600}");
    }

    @Test
    void saysWhatAResourceTypeIs() throws Exception {
        var json = documents.resourceType(Types.USER);

        var read = JsonUtils.nodeToValue(json, ResourceTypeResource.class);
        assertThat(read.getId()).isEqualTo("User");
        assertThat(read.getEndpoint()).hasToString("/Users");
        assertThat(read.getSchema()).hasToString(CoreSchemas.USER_URN);
        assertThat(read.getSchemaExtensions()).hasSize(2);
        assertThat(json.at("/meta/location").asText()).isEqualTo(BASE + "/ResourceTypes/User");
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void saysWhatAnotherLibraryReadsOfASchema(Schema schema) throws Exception {
        var json = documents.schema(schema);

        var read = JsonUtils.nodeToValue(json, SchemaResource.class);
        assertThat(read.getId()).isEqualTo(schema.id());
        assertThat(json.at("/meta/location").asText()).isEqualTo(BASE + "/Schemas/" + schema.id());
        requireSame(schema.attributes(), read.getAttributes());
    }

    private static void requireSame(List<Attribute> attributes, Collection<AttributeDefinition> read) {
        assertThat(read).hasSize(attributes.size());
        var definitions = read.iterator();
        for (var attribute : attributes) {
            requireSame(attribute, definitions.next());
        }
    }

    private static void requireSame(Attribute attribute, AttributeDefinition read) {
        assertThat(read.getName()).isEqualTo(attribute.name());
        assertThat(read.getType().getName()).isEqualTo(attribute.type().scimName());
        assertThat(read.isMultiValued()).isEqualTo(attribute.multiValued());
        assertThat(read.getDescription()).isEqualTo(attribute.description());
        assertThat(read.isRequired()).isEqualTo(attribute.required());
        assertThat(read.isCaseExact()).isEqualTo(attribute.caseExact());
        assertThat(read.getMutability().getName())
                .isEqualTo(attribute.mutability().scimName());
        assertThat(read.getReturned().getName()).isEqualTo(attribute.returned().scimName());
        assertThat(read.getUniqueness().getName())
                .isEqualTo(attribute.uniqueness().scimName());
        if (attribute.isComplex()) {
            requireSame(attribute.subAttributes(), read.getSubAttributes());
        }
    }

    @Test
    void writesListsOnlyWhereThereAreAny() {
        var attributes = documents.schema(CoreSchemas.USER).path("attributes");

        assertThat(named(attributes, "userName").has("canonicalValues")).isFalse();
        assertThat(named(attributes, "userName").has("subAttributes")).isFalse();
        assertThat(named(attributes, "profileUrl")
                        .path("referenceTypes")
                        .path(0)
                        .asText())
                .isEqualTo("external");
    }

    private static JsonNode named(JsonNode attributes, String name) {
        for (var attribute : attributes) {
            if (attribute.path("name").asText().equals(name)) {
                return attribute;
            }
        }
        throw new AssertionError(name);
    }
}
