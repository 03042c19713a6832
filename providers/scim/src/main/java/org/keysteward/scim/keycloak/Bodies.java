package org.keysteward.scim.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.keycloak.ApiRequest;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.resource.ListQuery;
import org.keysteward.scim.resource.ScimJson;

/** What a request brings along. */
final class Bodies {
    private Bodies() {}

    /** Never more of it than is allowed is read. */
    static ObjectNode read(Call call, @Nullable InputStream body) throws ScimException {
        refuseOtherEncodings(call);
        var limit = ScimFactory.of(call.session()).maxPayloadBytes();
        try {
            return ScimJson.parse(body == null ? new byte[0] : body.readNBytes(limit + 1), limit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ListQuery query(Call call) throws ScimException {
        var parameters = new HashMap<String, String>();
        call.session()
                .getContext()
                .getUri()
                .getQueryParameters()
                .forEach((name, values) -> parameters.put(name, values.get(0)));
        return ListQuery.of(parameters);
    }

    /** What describes the server is answered whole (RFC 7644, section 4). */
    static void refuseFilter(ApiRequest request) throws ScimException {
        if (request.session().getContext().getUri().getQueryParameters().containsKey("filter")) {
            throw new ScimException(403, null, "What describes the server cannot be filtered.");
        }
    }

    private static void refuseOtherEncodings(Call call) throws ScimException {
        var type = call.session().getContext().getRequestHeaders().getMediaType();
        var charset = type == null ? null : type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw ScimException.of(ScimType.INVALID_SYNTAX, "A body is UTF-8, and nothing else.");
        }
    }
}
