package org.keysteward.audit.keycloak;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents all filters; {@link org.keysteward.audit.query.AuditFilter} reads them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        in = ParameterIn.QUERY,
        name = "actor",
        description = "Who did it: an id.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "action",
        description = "An action, or what begins alike: user.* or user.sign*.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "category",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {
                            "authentication",
                            "administration",
                            "access",
                            "data",
                            "security",
                            "compliance",
                            "system"
                        }))
@Parameter(in = ParameterIn.QUERY, name = "target", description = "To what: an id.", schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "ip",
        description = "The address that it came from, as the record has it.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "outcome",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"success", "failure"}))
@Parameter(
        in = ParameterIn.QUERY,
        name = "tag",
        description = "GDPR, SOX, or SOC2:CC6.1 to SOC2:CC6.8.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "name",
        description =
                "The name of a person who did it or to whom it was done: user name, e-mail address, first or last name,"
                        + " or two characters and more of its beginning, with * behind them. Case does not matter.",
        schema = @Schema(type = "string"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "from",
        description = "The first moment: an ISO 8601 time in UTC.",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "to",
        description = "The first moment that is not meant any more.",
        schema = @Schema(type = "string", format = "date-time"))
@Parameter(in = ParameterIn.QUERY, name = "limit", schema = @Schema(type = "string"))
@Parameter(in = ParameterIn.QUERY, name = "cursor", schema = @Schema(type = "string"))
@interface Filters {}
