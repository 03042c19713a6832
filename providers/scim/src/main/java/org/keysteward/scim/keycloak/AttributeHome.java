package org.keysteward.scim.keycloak;

import jakarta.persistence.criteria.AbstractQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.keycloak.models.jpa.entities.UserAttributeEntity;
import org.keycloak.storage.jpa.JpaHashUtils;
import org.keysteward.scim.Attribute;
import org.keysteward.scim.AttributeType;
import org.keysteward.scim.filter.Literal;
import org.keysteward.scim.filter.Operator;
import org.keysteward.scim.profile.ProfileHome;
import org.keysteward.scim.profile.ProfileValue;

/**
 * Values that are attributes of Keycloak's users: a predicate is one {@code EXISTS}. They are texts, whatever type the
 * attribute has; a text that is none of its values is passed over, and never cast.
 */
final class AttributeHome implements Home {
    /** Longer texts Keycloak keeps in a column beside, with a hash. */
    private static final int MAX_VALUE_LENGTH = 255;

    private static final String DIGITS = "0123456789";

    private final HibernateCriteriaBuilder builder;
    private final AbstractQuery<?> query;
    private final Comparing comparing;
    private final Expression<String> userId;
    private final String name;
    private final Attribute attribute;

    AttributeHome(
            HibernateCriteriaBuilder builder, AbstractQuery<?> query, Expression<String> userId, ProfileHome home) {
        this.builder = builder;
        this.query = query;
        this.comparing = new Comparing(builder);
        this.userId = userId;
        this.name = home.profileAttribute();
        this.attribute = home.attribute();
    }

    @Override
    public Predicate compare(Operator operator, Literal literal) {
        var some = exists(row -> compare(row, operator, literal));
        // What has no value is not equal to any.
        return operator == Operator.NE ? builder.or(some, builder.not(present())) : some;
    }

    @Override
    public Predicate present() {
        return exists(this::isValue);
    }

    @Override
    public Optional<Expression<?>> order() {
        return switch (attribute.type()) {
            case INTEGER, DECIMAL -> Optional.of(least(BigDecimal.class, this::number));
            case DATE_TIME -> Optional.of(least(String.class, this::time));
            case STRING, REFERENCE -> Optional.of(least(String.class, this::folded));
            case BOOLEAN, BINARY, COMPLEX -> Optional.empty();
        };
    }

    private <T extends Comparable<? super T>> Expression<T> least(
            Class<T> type, Function<Root<UserAttributeEntity>, Expression<T>> value) {
        var first = query.subquery(type);
        var row = first.from(UserAttributeEntity.class);
        first.select(builder.least(value.apply(row))).where(ofAttribute(row), isValue(row));
        return first;
    }

    private Predicate exists(Function<Root<UserAttributeEntity>, Predicate> condition) {
        var one = query.subquery(Integer.class);
        var row = one.from(UserAttributeEntity.class);
        one.select(builder.literal(1)).where(ofAttribute(row), condition.apply(row));
        return builder.exists(one);
    }

    private Predicate ofAttribute(Root<UserAttributeEntity> row) {
        return builder.and(builder.equal(row.get("user").get("id"), userId), builder.equal(row.get("name"), name));
    }

    private Predicate compare(Root<UserAttributeEntity> row, Operator operator, Literal literal) {
        if (literal instanceof Literal.Number number) {
            return comparing.number(number(row), operator, number.value());
        }
        if (literal instanceof Literal.Time time) {
            return builder.and(
                    isValue(row),
                    comparing.text(
                            time(row), operator, new Literal.Text(withoutZone(ProfileValue.of(time.value()))), true));
        }
        if (literal instanceof Literal.Truth truth) {
            var wanted = truth.value() == (operator == Operator.EQ);
            return builder.equal(builder.lower(value(row)), Boolean.toString(wanted));
        }
        return literal instanceof Literal.Text text
                ? builder.and(isValue(row), text(row, operator, text))
                : builder.disjunction();
    }

    private Predicate text(Root<UserAttributeEntity> row, Operator operator, Literal.Text text) {
        if (operator == Operator.EQ) {
            return equal(row, text.value());
        }
        return attribute.caseExact()
                ? comparing.text(whole(row), operator, text, true)
                : comparing.text(folded(row), operator, text, false);
    }

    /** By columns that have indexes. */
    private Predicate equal(Root<UserAttributeEntity> row, String wanted) {
        var exact = attribute.caseExact();
        if (wanted.length() <= MAX_VALUE_LENGTH) {
            return exact
                    ? builder.equal(value(row), wanted)
                    : builder.equal(builder.lower(value(row)), wanted.toLowerCase(Locale.ROOT));
        }
        return exact
                ? builder.equal(row.get("longValueHash"), JpaHashUtils.hashForAttributeValue(wanted))
                : builder.equal(row.get("longValueHashLowerCase"), JpaHashUtils.hashForAttributeValueLowerCase(wanted));
    }

    /** INVARIANT: as {@link ProfileValue} has it. */
    private Predicate isValue(Root<UserAttributeEntity> row) {
        return switch (attribute.type()) {
            case STRING, REFERENCE -> builder.greaterThan(builder.length(builder.trim(whole(row))), 0);
            case BOOLEAN -> builder.lower(value(row)).in("true", "false");
            case INTEGER, DECIMAL -> isNumber(row);
            case DATE_TIME -> isTime(row);
            case BINARY, COMPLEX -> builder.disjunction();
        };
    }

    /** Digits; before them perhaps a sign, and among those of a decimal perhaps a point. */
    private Predicate isNumber(Root<UserAttributeEntity> row) {
        var value = value(row);
        var rest = withoutDigits(row);
        var isShort = builder.lessThanOrEqualTo(builder.length(value), ProfileValue.MAX_NUMBER_LENGTH);
        var integer = builder.or(
                builder.and(builder.equal(rest, ""), builder.notEqual(value, "")),
                builder.and(builder.equal(rest, "-"), builder.like(value, "-_%")));
        if (attribute.type() == AttributeType.INTEGER) {
            return builder.and(isShort, integer);
        }
        var decimal = builder.and(
                builder.or(builder.equal(rest, "."), builder.and(builder.equal(rest, "-."), builder.like(value, "-%"))),
                builder.like(value, "%_._%"),
                builder.notLike(value, "-.%"));
        return builder.and(isShort, builder.or(integer, decimal));
    }

    private Predicate isTime(Root<UserAttributeEntity> row) {
        var value = value(row);
        var seconds = "____-__-__T__:__:__";
        return builder.or(
                builder.and(builder.like(value, seconds + "Z"), builder.equal(withoutDigits(row), "--T::Z")),
                builder.and(
                        builder.equal(withoutDigits(row), "--T::.Z"),
                        builder.or(
                                builder.like(value, seconds + ".___Z"),
                                builder.like(value, seconds + ".______Z"),
                                builder.like(value, seconds + "._________Z"))));
    }

    /** Null for what is no number: a database casts what a case has let through, and nothing else. */
    private Expression<BigDecimal> number(Root<UserAttributeEntity> row) {
        return builder.<BigDecimal>selectCase()
                .when(isNumber(row), builder.sql("cast(? as numeric(130,60))", BigDecimal.class, value(row)))
                .otherwise(builder.nullLiteral(BigDecimal.class));
    }

    /** Without the letter for UTC, which would come behind the point of a fraction. */
    private Expression<String> time(Root<UserAttributeEntity> row) {
        return builder.function("replace", String.class, value(row), builder.literal("Z"), builder.literal(""));
    }

    private static String withoutZone(String time) {
        return time.replace("Z", "");
    }

    // H2 leaves what translate has no letter for, and PostgreSQL removes it.
    private Expression<String> withoutDigits(Root<UserAttributeEntity> row) {
        var zeros = builder.function(
                "translate", String.class, value(row), builder.literal(DIGITS), builder.literal("0000000000"));
        return builder.function("replace", String.class, zeros, builder.literal("0"), builder.literal(""));
    }

    private Expression<String> folded(Root<UserAttributeEntity> row) {
        return builder.lower(whole(row));
    }

    private Expression<String> whole(Root<UserAttributeEntity> row) {
        return builder.coalesce(value(row), row.get("longValue"));
    }

    private static Expression<String> value(Root<UserAttributeEntity> row) {
        return row.get("value");
    }
}
