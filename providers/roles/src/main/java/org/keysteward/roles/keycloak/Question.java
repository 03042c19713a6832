package org.keysteward.roles.keycloak;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keysteward.kernel.FieldErrors;
import org.keysteward.kernel.keycloak.ApiBody;
import org.keysteward.roles.AssignmentPath;
import org.keysteward.roles.Grant;

/**
 * Whether somebody may do something.
 *
 * @param subject a user's id; null for whoever asks
 */
record Question(
        String tenant,
        String permission,
        AssignmentPath path,
        @Nullable String subject,
        boolean explain) {
    private static final int MAX_TEXT = 255;
    private static final Set<String> MEMBERS = Set.of("tenant", "permission", "path", "subject", "explain");

    /** One question, or a list of them. */
    public static final class Body implements ApiBody {
        static final int MOST = 1000;

        private final @Nullable Object json;
        private final List<Question> questions = new ArrayList<>();

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Body(@Nullable Object json) {
            this.json = json;
        }

        @Override
        public void validate(FieldErrors errors) {
            if (!(json instanceof List<?> several)) {
                read(json, "", errors);
                return;
            }
            if (several.isEmpty() || several.size() > MOST) {
                errors.add("", "Ask 1 to " + MOST + " questions at once; these are " + several.size() + ".");
                return;
            }
            for (var i = 0; i < several.size(); i++) {
                read(several.get(i), "/" + i, errors);
            }
        }

        boolean single() {
            return !(json instanceof List<?>);
        }

        List<Question> questions() {
            return questions;
        }

        private void read(@Nullable Object one, String pointer, FieldErrors errors) {
            if (!(one instanceof Map<?, ?> members)) {
                errors.add(pointer, "A question is an object with tenant and permission.");
                return;
            }
            for (var name : members.keySet()) {
                if (!MEMBERS.contains(String.valueOf(name))) {
                    errors.add(pointer + "/" + FieldErrors.token(String.valueOf(name)), "This field is not known.");
                    return;
                }
            }
            var tenant = text(members, "tenant", pointer, true, errors);
            var permission = text(members, "permission", pointer, true, errors);
            var path = text(members, "path", pointer, false, errors);
            var subject = text(members, "subject", pointer, false, errors);
            var explain = members.get("explain");
            if (explain != null && !(explain instanceof Boolean)) {
                errors.add(pointer + "/explain", "This is true or false.");
            }
            var fault = permission == null ? null : Grant.keyFault(permission).orElse(null);
            if (fault != null) {
                errors.add(pointer + "/permission", fault);
            }
            var pathFault = path == null ? null : AssignmentPath.fault(path).orElse(null);
            if (pathFault != null) {
                errors.add(pointer + "/path", pathFault);
            }
            if (tenant != null && permission != null && fault == null && pathFault == null) {
                questions.add(new Question(
                        tenant,
                        permission,
                        AssignmentPath.of(path == null ? "" : path),
                        subject,
                        Boolean.TRUE.equals(explain)));
            }
        }

        private static @Nullable String text(
                Map<?, ?> members, String name, String pointer, boolean needed, FieldErrors errors) {
            var value = members.get(name);
            if (value == null && !needed) {
                return null;
            }
            if (value != null && !(value instanceof String)) {
                errors.add(pointer + "/" + name, "This is a text.");
                return null;
            }
            var text = (String) value;
            if (!needed && text != null && text.isEmpty()) {
                return null;
            }
            return errors.requireText(pointer + "/" + name, text, name.equals("path") ? 1000 : MAX_TEXT) ? text : null;
        }
    }
}
