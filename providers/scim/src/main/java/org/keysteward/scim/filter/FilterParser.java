package org.keysteward.scim.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;

/**
 * Reads filters over resources (RFC 7644, section 3.4.2.2).
 *
 * <p>At most 10,000 characters, 200 comparisons and 50 parentheses in one another. Beyond the RFC's grammar, {@code
 * emails[type eq "work"].value eq "…"} is taken, truths may be texts, and attributes of extensions need no URN where no
 * other attribute has their name.
 */
public final class FilterParser {
    private FilterParser() {}

    /**
     * {@code And} and {@code Or} have no operand of their own kind.
     *
     * @throws ScimException {@code invalidFilter} whatever is wrong, with the position of the fault, counted from 1
     */
    public static Filter parse(String text, ResourceType type) throws ScimException {
        var refusal = new Refusal(ScimType.INVALID_FILTER);
        var grammar = new FilterGrammar(new Lexer(text, refusal), refusal);
        return grammar.all(ResourceNames.inFilters(type, refusal));
    }

    /**
     * Of a search over several types: whom of each of them the filter finds, in their order. An attribute that none of them
     * has is refused.
     *
     * @throws ScimException {@code invalidFilter}, as above
     */
    public static List<Reach> parse(String text, List<ResourceType> types) throws ScimException {
        var refusal = new Refusal(ScimType.INVALID_FILTER);
        var reaches = new ArrayList<Reach>();
        for (var type : types) {
            // What the type has itself goes before what others have of the same name.
            var names = Stream.concat(Stream.of(type), types.stream().filter(other -> other != type))
                    .map(one -> ResourceNames.inFilters(one, refusal))
                    .toList();
            var grammar = new FilterGrammar(new Lexer(text, refusal), refusal);
            reaches.add(Reach.of(grammar.all(new NamesOfMany(names, refusal)), type));
        }
        return reaches;
    }
}
