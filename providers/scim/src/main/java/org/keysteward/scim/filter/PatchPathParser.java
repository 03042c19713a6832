package org.keysteward.scim.filter;

import org.jspecify.annotations.Nullable;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.ResourceType;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.filter.Token.Kind;

/** Reads the paths of PATCH (RFC 7644, figure 7), with the bounds that filters have. */
public final class PatchPathParser {
    private final Refusal refusal = new Refusal(ScimType.INVALID_PATH);
    private final Lexer tokens;
    private final FilterGrammar grammar;
    private final ResourceNames names;

    private PatchPathParser(String text, ResourceType type) throws ScimException {
        tokens = new Lexer(text, refusal);
        grammar = new FilterGrammar(tokens, refusal);
        names = ResourceNames.inPaths(type, refusal);
    }

    /**
     * Whether its attribute may be written is not asked.
     *
     * @throws ScimException {@code invalidPath} whatever is wrong, in brackets too, with the position of the fault,
     *     counted from 1
     */
    public static PatchPath parse(String text, ResourceType type) throws ScimException {
        return new PatchPathParser(text, type).path();
    }

    private PatchPath path() throws ScimException {
        var name = tokens.next(Kind.WORD, "The name of an attribute is expected");
        var extension = names.extension(name).orElse(null);
        if (extension != null) {
            grammar.end("Nothing is expected behind the name of a schema");
            return new PatchPath.OfExtension(extension);
        }
        var attribute = names.path(name);
        if (!tokens.peek().is(Kind.OPEN_BRACKET)) {
            return whole(attribute, null);
        }
        requireElements(attribute, name);
        var elements = grammar.brackets(attribute);
        return whole(tokens.peek().isBehindBracket() ? sub(attribute) : attribute, elements);
    }

    private PatchPath whole(AttributePath attribute, @Nullable Filter elements) throws ScimException {
        grammar.end("The end is expected");
        return new PatchPath.OfAttribute(attribute, elements);
    }

    private void requireElements(AttributePath attribute, Token name) throws ScimException {
        if (attribute.sub() != null || !attribute.attribute().multiValued()) {
            throw refusal.at(name, attribute + " has no elements that brackets could choose from");
        }
    }

    private AttributePath sub(AttributePath attribute) throws ScimException {
        var sub = tokens.next().withoutDot();
        if (!attribute.attribute().isComplex()) {
            throw refusal.at(sub, attribute + " has no sub-attributes");
        }
        return new ElementNames(attribute, refusal).path(sub);
    }
}
