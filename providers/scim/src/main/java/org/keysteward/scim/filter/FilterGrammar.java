package org.keysteward.scim.filter;

import java.util.ArrayList;
import java.util.List;
import org.keysteward.scim.AttributePath;
import org.keysteward.scim.Returned;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.filter.Token.Kind;

/**
 * Recursive descent through the grammar of RFC 7644 (figure 1), where {@code not} binds before {@code and}, and that
 * before {@code or}. More than one space may be where the grammar has one, and behind and before what encloses.
 */
final class FilterGrammar {
    static final int MAX_DEPTH = 50;
    static final int MAX_COMPARISONS = 200;

    private final Lexer tokens;
    private final Refusal refusal;
    private int depth;
    private int comparisons;

    FilterGrammar(Lexer tokens, Refusal refusal) {
        this.tokens = tokens;
        this.refusal = refusal;
    }

    /** All that is there. */
    Filter all(Names names) throws ScimException {
        var filter = disjunction(names);
        end("\"and\", \"or\" or the end is expected");
        return filter;
    }

    /**
     * The brackets behind an attribute, and what is in them.
     *
     * @param attribute without a sub-attribute
     */
    Filter brackets(AttributePath attribute) throws ScimException {
        var open = tokens.next(Kind.OPEN_BRACKET, "An opening bracket is expected");
        if (open.spaced()) {
            throw refusal.at(open, "The bracket follows the name without a space");
        }
        descend(open);
        var inside = disjunction(new ElementNames(attribute, refusal));
        depth--;
        tokens.next(Kind.CLOSE_BRACKET, "\"and\", \"or\" or a closing bracket is expected");
        return inside;
    }

    void end(String expected) throws ScimException {
        tokens.next(Kind.END, expected);
    }

    private Filter disjunction(Names names) throws ScimException {
        var operands = new ArrayList<Filter>();
        do {
            var operand = conjunction(names);
            operands.addAll(operand instanceof Filter.Or or ? or.operands() : List.of(operand));
        } while (joins("or"));
        return operands.size() == 1 ? operands.get(0) : new Filter.Or(operands);
    }

    private Filter conjunction(Names names) throws ScimException {
        var operands = new ArrayList<Filter>();
        do {
            operands.add(operand(names));
        } while (joins("and"));
        return and(operands);
    }

    private static Filter and(List<Filter> operands) {
        var flat = new ArrayList<Filter>();
        for (var operand : operands) {
            flat.addAll(operand instanceof Filter.And and ? and.operands() : List.of(operand));
        }
        return flat.size() == 1 ? flat.get(0) : new Filter.And(flat);
    }

    /** Whether the word is next, which is then behind us. */
    private boolean joins(String word) throws ScimException {
        if (!tokens.peek().isWord(word)) {
            return false;
        }
        requireSpace(tokens.next());
        requireSpace(tokens.peek());
        return true;
    }

    private void requireSpace(Token token) throws ScimException {
        if (!token.spaced()) {
            throw refusal.at(token, token.is(Kind.END) ? "A condition is expected" : "A space is expected before this");
        }
    }

    private Filter operand(Names names) throws ScimException {
        if (tokens.peek().isWord("not")) {
            tokens.next();
            return new Filter.Not(group(names));
        }
        return tokens.peek().is(Kind.OPEN_PARENTHESIS) ? group(names) : condition(names);
    }

    private Filter group(Names names) throws ScimException {
        descend(tokens.next(Kind.OPEN_PARENTHESIS, "An opening parenthesis is expected behind \"not\""));
        var inside = disjunction(names);
        depth--;
        tokens.next(Kind.CLOSE_PARENTHESIS, "\"and\", \"or\" or a closing parenthesis is expected");
        return inside;
    }

    private void descend(Token open) throws ScimException {
        depth++;
        if (depth > MAX_DEPTH) {
            throw refusal.at(open, "More than " + MAX_DEPTH + " parentheses in one another are not taken");
        }
    }

    private Filter condition(Names names) throws ScimException {
        var name = tokens.next(Kind.WORD, "The name of an attribute is expected");
        var path = names.path(name);
        if (tokens.peek().is(Kind.OPEN_BRACKET)) {
            return element(path, name, names);
        }
        return comparison(path, name);
    }

    private Filter element(AttributePath path, Token name, Names names) throws ScimException {
        if (names instanceof ElementNames) {
            throw refusal.at(tokens.peek(), "There are no brackets in brackets");
        }
        if (path.sub() != null || !path.attribute().isComplex()) {
            throw refusal.at(name, path + " has no sub-attributes that brackets could ask for");
        }
        var inside = brackets(path);
        if (!tokens.peek().isBehindBracket()) {
            return new Filter.Element(path, inside);
        }
        // Beyond the grammar: Entra ID asks for emails[type eq "work"].value eq "…", and means one and the same
        // element.
        var sub = tokens.next().withoutDot();
        var further = comparison(new ElementNames(path, refusal).path(sub), sub);
        return new Filter.Element(path, and(List.of(inside, further)));
    }

    /** @param name where the path is */
    private Filter comparison(AttributePath path, Token name) throws ScimException {
        requireReadable(path, name);
        count(name);
        var word = tokens.next(Kind.WORD, "An operator is expected, such as eq");
        if (word.isWord("pr")) {
            return new Filter.Present(path);
        }
        var operator =
                Operator.of(word.text()).orElseThrow(() -> refusal.at(word, "There is no operator " + word.quoted()));
        var compared = comparable(path, name);
        var literals = new Literals(compared, refusal);
        literals.requireComparable(operator, word);
        return new Filter.Comparison(compared, operator, literals.read(operator, value()));
    }

    private Token value() throws ScimException {
        var value = tokens.next();
        if (!value.is(Kind.WORD) && !value.is(Kind.TEXT)) {
            throw refusal.at(value, "A value to compare with is expected");
        }
        requireSpace(value);
        return value;
    }

    /** INVARIANT: what no answer returns, no filter finds out (RFC 7644, section 7.5.2). */
    private void requireReadable(AttributePath path, Token name) throws ScimException {
        if (path.attribute().returned() == Returned.NEVER || path.leaf().returned() == Returned.NEVER) {
            throw refusal.at(name, path + " is returned to nobody and cannot be asked for");
        }
    }

    private void count(Token name) throws ScimException {
        comparisons++;
        if (comparisons > MAX_COMPARISONS) {
            throw refusal.at(name, "More than " + MAX_COMPARISONS + " comparisons are not taken");
        }
    }

    /** Of complex attributes, what is compared is {@code value} (RFC 7643, section 2.4). */
    private AttributePath comparable(AttributePath path, Token name) throws ScimException {
        if (!path.leaf().isComplex()) {
            return path;
        }
        var value = path.attribute()
                .subAttribute("value")
                .filter(sub -> !sub.isComplex())
                .orElseThrow(() -> refusal.at(name, path + " is compared by one of its sub-attributes"));
        var compared = new AttributePath(path.extension(), path.attribute(), value);
        requireReadable(compared, name);
        return compared;
    }
}
