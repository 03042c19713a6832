package org.keysteward.scim.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * A weak entity tag of a resource (RFC 7644, section 3.14; RFC 9110, section 8.8.3): 128 bits of SHA-256 over its JSON with
 * the names sorted. All of {@code meta} is left out: it holds the tag itself, times that move without a change, and an
 * address that is another one behind another host. Resources are tagged whole, before anything is projected.
 *
 * @param opaque what is between the quotation marks
 */
public record EntityTag(String opaque) {
    private static final int MAX_HEADER_LENGTH = 8_192;
    private static final int BYTES = 16;
    private static final ObjectMapper CANONICAL =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final Pattern LISTED =
            Pattern.compile("[ \\t]*(?:W/)?\"([\\x21\\x23-\\x7E\\x80-\\xFF]*)\"[ \\t]*(?:,|$)");

    public static EntityTag of(ObjectNode resource) {
        return of(resource, "");
    }

    /** @param beside what else makes it another one, such as a version of members that are not in it */
    public static EntityTag of(ObjectNode resource, String beside) {
        var tagged = JsonNodeFactory.instance.objectNode();
        tagged.setAll(resource);
        tagged.remove("meta");
        var digest = sha256();
        digest.update(bytes(tagged));
        digest.update(beside.getBytes(StandardCharsets.UTF_8));
        return new EntityTag(
                Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest.digest(), BYTES)));
    }

    /**
     * Whether a header {@code If-Match} or {@code If-None-Match} names it, or is {@code *}. Compared weakly also for {@code
     * If-Match}: SCIM's tags are weak, and by RFC 9110 alone none of them would ever match. A header that is malformed or
     * too long names nothing.
     */
    public boolean isNamedBy(String header) {
        if (header.length() > MAX_HEADER_LENGTH) {
            return false;
        }
        if (header.strip().equals("*")) {
            return true;
        }
        var tags = LISTED.matcher(header);
        var named = false;
        var end = 0;
        while (end < header.length() && tags.region(end, header.length()).lookingAt()) {
            named |= tags.group(1).equals(opaque);
            end = tags.end();
        }
        return named && end == header.length();
    }

    /** As headers and {@code meta.version} have it. */
    @Override
    public String toString() {
        return "W/\"" + opaque + "\"";
    }

    private static byte[] bytes(ObjectNode resource) {
        try {
            return CANONICAL.writeValueAsBytes(resource);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A resource that is not JSON", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java platform", e);
        }
    }
}
