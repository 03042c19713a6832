package org.keysteward.scim.resource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.Schema;

/** What the server says of itself (RFC 7644, section 4; RFC 7643, sections 5 to 7; RFC 9865, section 4). */
public final class DiscoveryDocuments {
    private static final String SCHEMAS = "urn:ietf:params:scim:schemas:core:2.0:";

    private final String base;

    /** @param base the server's address, without a slash at its end */
    public DiscoveryDocuments(String base) {
        this.base = base;
    }

    public ObjectNode serviceProviderConfig(ServiceProvider provider) {
        var json = document("ServiceProviderConfig");
        if (provider.documentationUri() != null) {
            json.put("documentationUri", provider.documentationUri());
        }
        supported(json, "patch", true);
        supported(json, "bulk", true)
                .put("maxOperations", provider.maxOperations())
                .put("maxPayloadSize", provider.maxPayloadSize());
        supported(json, "filter", true).put("maxResults", provider.maxResults());
        supported(json, "changePassword", provider.changesPasswords());
        supported(json, "sort", true);
        supported(json, "etag", true);
        pagination(json.putObject("pagination"), provider);
        bearerToken(json.putArray("authenticationSchemes").addObject());
        locate(json, "ServiceProviderConfig", "/ServiceProviderConfig");
        return json;
    }

    public ObjectNode resourceType(ResourceType type) {
        var json = document("ResourceType");
        json.put("id", type.name());
        json.put("name", type.name());
        json.put("description", type.description());
        json.put("endpoint", type.endpoint());
        json.put("schema", type.schema().id());
        var extensions = json.putArray("schemaExtensions");
        for (var extension : type.extensions()) {
            extensions.addObject().put("schema", extension.schema().id()).put("required", extension.required());
        }
        locate(json, "ResourceType", "/ResourceTypes/" + type.name());
        return json;
    }

    public ObjectNode schema(Schema schema) {
        var json = document("Schema");
        json.put("id", schema.id());
        json.put("name", schema.name());
        json.put("description", schema.description());
        attributes(json.putArray("attributes"), schema.attributes());
        locate(json, "Schema", "/Schemas/" + schema.id());
        return json;
    }

    private static void attributes(ArrayNode json, List<Attribute> attributes) {
        for (var attribute : attributes) {
            attribute(json.addObject(), attribute);
        }
    }

    private static void attribute(ObjectNode json, Attribute attribute) {
        json.put("name", attribute.name());
        json.put("type", attribute.type().scimName());
        json.put("multiValued", attribute.multiValued());
        json.put("description", attribute.description());
        json.put("required", attribute.required());
        texts(json, "canonicalValues", attribute.canonicalValues());
        json.put("caseExact", attribute.caseExact());
        json.put("mutability", attribute.mutability().scimName());
        json.put("returned", attribute.returned().scimName());
        json.put("uniqueness", attribute.uniqueness().scimName());
        texts(json, "referenceTypes", attribute.referenceTypes());
        if (attribute.isComplex()) {
            attributes(json.putArray("subAttributes"), attribute.subAttributes());
        }
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            var array = json.putArray(name);
            values.forEach(array::add);
        }
    }

    private static void pagination(ObjectNode json, ServiceProvider provider) {
        json.put("cursor", true);
        json.put("index", true);
        json.put("defaultPaginationMethod", "index");
        json.put("defaultPageSize", provider.defaultPageSize());
        json.put("maxPageSize", provider.maxResults());
        json.put("cursorTimeout", provider.cursorTimeout().toSeconds());
    }

    private static void bearerToken(ObjectNode json) {
        json.put("type", "oauthbearertoken");
        json.put("name", "OAuth Bearer Token");
        json.put("description", "A connection's token, or an access token of the realm, in the header Authorization");
        json.put("specUri", "https://www.rfc-editor.org/info/rfc6750");
        json.put("primary", true);
    }

    private static ObjectNode supported(ObjectNode json, String name, boolean supported) {
        return json.putObject(name).put("supported", supported);
    }

    private static ObjectNode document(String kind) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("schemas").add(SCHEMAS + kind);
        return json;
    }

    private void locate(ObjectNode json, String kind, String path) {
        json.putObject("meta").put("resourceType", kind).put("location", base + path);
    }
}
