package org.keysteward.audit.integrity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.json.Base64Url;
import org.keysteward.kernel.json.Json;
import org.keysteward.kernel.json.MalformedException;

/**
 * The members of a JSON object that was read, as what they have to be.
 *
 * @param what what the object is, for people
 */
record Members(String what, Map<String, ? extends @Nullable Object> tree) {
    boolean has(String name) {
        return tree.containsKey(name);
    }

    String text(String name) throws MalformedException {
        if (tree.get(name) instanceof String text) {
            return text;
        }
        throw missing(name, "a text");
    }

    long number(String name) throws MalformedException {
        if (tree.get(name) instanceof Long number) {
            return number;
        }
        throw missing(name, "a whole number");
    }

    Hash hash(String name) throws MalformedException {
        try {
            return Hash.parse(text(name));
        } catch (MalformedException e) {
            throw missing(name, "32 bytes as base64url");
        }
    }

    byte[] bytes(String name) throws MalformedException {
        try {
            return Base64Url.decode(text(name));
        } catch (MalformedException e) {
            throw missing(name, "bytes as base64url");
        }
    }

    Instant time(String name) throws MalformedException {
        try {
            return Times.parse(text(name));
        } catch (MalformedException e) {
            throw missing(name, "a time in UTC with milliseconds");
        }
    }

    List<?> list(String name) throws MalformedException {
        if (tree.get(name) instanceof List<?> list) {
            return list;
        }
        throw missing(name, "an array");
    }

    Map<String, @Nullable Object> object(String name) throws MalformedException {
        if (tree.get(name) instanceof Map<?, ?> object) {
            return Json.objectOf(object);
        }
        throw missing(name, "an object");
    }

    /** None where the member is not there. */
    List<Disclosure> disclosures() throws MalformedException {
        var disclosures = new ArrayList<Disclosure>();
        for (var tree : has("disclosures") ? list("disclosures") : List.of()) {
            if (!(tree instanceof Map<?, ?> object)) {
                throw missing("disclosures", "an array of objects");
            }
            disclosures.add(Disclosure.ofTree(Json.objectOf(object)));
        }
        return disclosures;
    }

    void requireText(String name, String wanted) throws MalformedException {
        if (!text(name).equals(wanted)) {
            throw missing(name, "'" + wanted + "'");
        }
    }

    void requireVersion() throws MalformedException {
        if (number("v") != 1) {
            throw new MalformedException(
                    "A " + what + " of version " + number("v") + ", which this program does not know.");
        }
    }

    /** Where a signature covers what is known, nothing else may stand beside it. */
    void requireOnly(Set<String> known) throws MalformedException {
        if (!known.containsAll(tree.keySet())) {
            throw new MalformedException("A " + what + " has members that do not belong there.");
        }
    }

    private MalformedException missing(String name, String kind) {
        return new MalformedException("The " + name + " of a " + what + " is needed, as " + kind + ".");
    }
}
