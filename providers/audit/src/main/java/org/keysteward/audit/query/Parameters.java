package org.keysteward.audit.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keysteward.kernel.FieldErrors;

/** Query parameters, each of which is known and said once: a filter that is misspelt must not look like none. */
public final class Parameters {
    private Parameters() {}

    /** @param errors told of every parameter that is not known, or said twice */
    public static Map<String, String> single(
            Map<String, ? extends List<String>> asked, List<String> known, FieldErrors errors) {
        var values = new LinkedHashMap<String, String>();
        asked.forEach((name, texts) -> {
            if (!known.contains(name)) {
                errors.add("?" + name, "There is no such parameter here; known are " + String.join(", ", known) + ".");
            } else if (texts.size() != 1) {
                errors.add("?" + name, "Say this once.");
            } else {
                values.put(name, texts.get(0));
            }
        });
        return values;
    }

    /** These names one behind the other. */
    public static List<String> names(List<String> some, String... more) {
        var all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return List.copyOf(all);
    }
}
