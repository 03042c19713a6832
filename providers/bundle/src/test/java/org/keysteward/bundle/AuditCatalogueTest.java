package org.keysteward.bundle;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keysteward.audit.catalogue.Action;
import org.keysteward.audit.catalogue.Catalogue;

class AuditCatalogueTest {
    private static final String PAGE = """
            # Audit: what can stand in a record

            <!-- Generated from the catalogue of actions; do not edit. -->

            The `action` of a record, with its category and tags. The same thing has the same name however it came about; what
            failed has the outcome `success: false`, and a name of its own for sign-ins alone.

            | comes from | |
            | --- | --- |
            | Keysteward | the API, the console and the tasks of Keysteward |
            | server | what Keycloak tells providers inside the server |
            | `user:LOGIN` | a user event of Keycloak; `LOGOUT*` is `LOGOUT` and `LOGOUT_ERROR`. `[credential_type=password]`: with this detail |
            | `admin:USER/CREATE` | an admin event of Keycloak: resource type and operation. `:users/*/logout`: at this path, `*` is any one segment, `**` are one or more |

            Where several fit, the one that says most counts. An event of an extension that is not here is
            `event.<its name>`, or `<resource type>.created`, `.updated`, `.deleted` or `.acted_on`.

            | action | what happened | category | tags | comes from |
            | --- | --- | --- | --- | --- |
            """;

    @Test
    void thePageIsWhatTheCatalogueSays() {
        var rows = Catalogue.all().stream()
                .sorted(Comparator.comparing(Action::key))
                .map(AuditCatalogueTest::row)
                .collect(Collectors.joining());

        new GeneratedDocument("audit-catalogue.md").assertCurrent(PAGE + rows);
    }

    private static String row(Action action) {
        var sources = Catalogue.sources(action.key()).stream()
                .map(AuditCatalogueTest::source)
                .collect(Collectors.joining(", "));
        return "| `" + action.key() + "` | " + action.description() + " | "
                + action.category().name().toLowerCase(Locale.ROOT) + " | " + String.join(", ", action.tagTexts())
                + " | "
                + sources + " |\n";
    }

    private static String source(String notation) {
        return switch (notation) {
            case "own" -> "Keysteward";
            case "provider" -> "server";
            // A bar ends a cell, also in code.
            default -> "`" + notation.replace("|", "\\|") + "`";
        };
    }
}
