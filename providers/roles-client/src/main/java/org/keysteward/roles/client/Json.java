package org.keysteward.roles.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON of tokens, of questions and of answers. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** Of a signed token (RFC 7519); nothing of any other. */
    static Map<String, Object> claims(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Map.of();
        }
        try {
            Map<String, Object> claims =
                    MAPPER.readValue(Base64.getUrlDecoder().decode(parts[1]), new TypeReference<>() {});
            return claims == null ? Map.of() : claims;
        } catch (IOException | IllegalArgumentException e) {
            return Map.of();
        }
    }

    static byte[] questions(List<Question> questions) {
        var written = questions.stream().map(Json::question).toList();
        try {
            return MAPPER.writeValueAsBytes(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written", e);
        }
    }

    private static Map<String, String> question(Question question) {
        var members = new LinkedHashMap<String, String>();
        members.put("tenant", question.tenant());
        members.put("permission", question.permission());
        if (!question.path().isEmpty()) {
            members.put("path", question.path());
        }
        return members;
    }

    /** @throws IOException where this is not that many answers, each a plain yes or no */
    static List<Boolean> answers(byte[] json, int count) throws IOException {
        var read = MAPPER.readTree(json);
        if (!read.isArray() || read.size() != count) {
            throw new IOException("The server answered something else than " + count + " questions");
        }
        var answers = new ArrayList<Boolean>(count);
        for (JsonNode one : read) {
            var allowed = one.get("allowed");
            if (allowed == null || !allowed.isBoolean()) {
                throw new IOException("The server answered neither yes nor no");
            }
            answers.add(allowed.booleanValue());
        }
        return answers;
    }
}
