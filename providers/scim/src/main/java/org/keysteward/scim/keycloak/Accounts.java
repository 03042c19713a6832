package org.keysteward.scim.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ModelException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserCredentialModel;
import org.keycloak.models.UserManager;
import org.keycloak.models.UserModel;
import org.keycloak.policy.PasswordPolicyManagerProvider;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.userprofile.UserProfile;
import org.keycloak.userprofile.UserProfileContext;
import org.keycloak.userprofile.UserProfileProvider;
import org.keycloak.userprofile.ValidationException;
import org.keysteward.kernel.keycloak.LegalHoldsProvider;
import org.keysteward.kernel.keycloak.MembershipsProvider;
import org.keysteward.scim.ScimException;
import org.keysteward.scim.ScimType;
import org.keysteward.scim.profile.ProfileHome;
import org.keysteward.scim.profile.UserType;

/** Writes accounts as Keycloak's own administration does: its user profile and its password policy have the word. */
final class Accounts {
    private static final Map<String, String> NAMES = Map.of(
            UserModel.USERNAME, "userName",
            UserModel.EMAIL, "emails",
            UserModel.FIRST_NAME, "name.givenName",
            UserModel.LAST_NAME, "name.familyName");

    /** What Keycloak says of an attribute that the realm keeps, such as the username where it is not to be edited. */
    private static final String READ_ONLY = "error-user-attribute-read-only";

    private final Call call;
    private final KeycloakSession session;
    private final RealmModel realm;
    private final UserType users;

    Accounts(Call call, UserType users) {
        this.call = call;
        this.users = users;
        this.session = call.session();
        this.realm = call.realm();
    }

    /** Whoever has this name or this address, in whatever tenant. */
    private @Nullable UserModel existing(Homes homes) {
        var user = session.users().getUserByUsername(realm, homes.userName());
        if (user != null || homes.email() == null) {
            return user;
        }
        return realm.isDuplicateEmailsAllowed() && !realm.isLoginWithEmailAllowed()
                ? null
                : session.users().getUserByEmail(realm, homes.email());
    }

    /**
     * Somebody who is to be made, as the user profile sees them.
     *
     * @param refused what is wrong with them; null for nothing
     * @param existing whoever has the name or the address already; null for nobody
     */
    record Newcomer(
            Homes homes,
            UserProfile profile,
            @Nullable ValidationException refused,
            @Nullable UserModel existing) {}

    Newcomer newcomer(Homes homes) {
        // The profile looks for the name and for the address itself, but where the realm lets several have the same:
        // whoever is new, as nearly all are, is looked for once.
        var looks = !realm.isDuplicateEmailsAllowed() && !realm.isRegistrationEmailAsUsername();
        var known = looks ? null : existing(homes);
        var profile =
                session.getProvider(UserProfileProvider.class).create(UserProfileContext.USER_API, homes.profile(null));
        try {
            profile.validate();
            return new Newcomer(homes, profile, null, known);
        } catch (ValidationException e) {
            return new Newcomer(homes, profile, e, looks && isTaken(e) ? existing(homes) : known);
        }
    }

    UserModel create(Newcomer newcomer) throws ScimException {
        var homes = newcomer.homes();
        refuseForeignDomain(homes);
        var refused = newcomer.refused();
        if (refused != null) {
            throw invalid(refused);
        }
        UserModel user;
        try {
            Written.mark(session);
            user = newcomer.profile().create(false);
        } catch (ValidationException e) {
            throw invalid(e);
        }
        user.setEnabled(!Boolean.FALSE.equals(homes.active()));
        user.setEmailVerified(isInVerifiedDomain(homes));
        setPassword(user, homes.password());
        return user;
    }

    /** @throws ScimException {@code invalidValue} or {@code mutability} */
    void change(UserModel user, Homes before, Homes wanted) throws ScimException {
        try {
            changeProfile(user, before, wanted);
            setPassword(user, wanted.password());
        } catch (ReadOnlyException e) {
            throw ScimException.of(
                    ScimType.MUTABILITY,
                    "This account is kept by a directory of the realm, which does not let it be changed.");
        }
    }

    void enable(UserModel user) {
        user.setEnabled(true);
    }

    /** Whoever is signed in is so no longer, and no token that they have lets them in again. */
    void disable(UserModel user) {
        user.setEnabled(false);
        session.sessions().removeUserSessions(realm, user);
        session.users().setNotBeforeForUser(realm, user, Time.currentTime());
    }

    void remove(UserModel user) throws ScimException {
        if (isHeld(user)) {
            throw new ScimException(
                    409, null, "A legal hold keeps this user from being removed; deactivate it instead.");
        }
        new UserManager(session).removeUser(realm, user);
    }

    /** By a hold on the person, or on the tenant: that keeps everything it touches. */
    private boolean isHeld(UserModel user) {
        var tenant = call.tenant();
        return session.getAllProviders(LegalHoldsProvider.class).stream()
                .anyMatch(holds -> !holds.onPerson(user.getId()).isEmpty()
                        || (tenant != null && !holds.on(tenant).isEmpty()));
    }

    /** INVARIANT: what nobody has proved is never taken for proved. */
    private boolean isInVerifiedDomain(Homes homes) {
        var tenant = call.tenant();
        return tenant != null
                && !homes.domain().isEmpty()
                && session.getProvider(MembershipsProvider.class).hasVerifiedDomain(tenant, homes.domain());
    }

    /** What another tenant has proved to be its own is nothing that this one makes accounts in. */
    private void refuseForeignDomain(Homes homes) throws ScimException {
        var tenant = call.tenant();
        if (tenant != null
                && !homes.domain().isEmpty()
                && session.getProvider(MembershipsProvider.class).isDomainOfAnother(tenant, homes.domain())) {
            throw taken();
        }
    }

    /** One answer, whoever it is that has the name or the address. */
    static ScimException taken() {
        return new ScimException(
                409, ScimType.UNIQUENESS, "A user with this userName or e-mail address cannot be made here.");
    }

    private void changeProfile(UserModel user, Homes before, Homes wanted) throws ScimException {
        var emailChanged = !Objects.equals(before.email(), wanted.email());
        if (emailChanged) {
            refuseForeignDomain(wanted);
        }
        var attributes = new HashMap<String, Object>(user.getAttributes());
        attributes.putAll(wanted.profile(before));
        try {
            var profile = session.getProvider(UserProfileProvider.class)
                    .create(UserProfileContext.USER_API, attributes, user);
            profile.update(false);
            clear(user, profile, wanted.attributesChangedSince(before).keySet());
        } catch (ValidationException e) {
            throw invalid(e);
        }
        if (emailChanged) {
            user.setEmailVerified(isInVerifiedDomain(wanted));
        }
        if (!wanted.userName().equals(user.getUsername())) {
            throw ScimException.of(ScimType.MUTABILITY, "userName cannot be changed in this realm.");
        }
    }

    /** Keycloak leaves an attribute that is there where the profile is given none; unless it has a value by default. */
    private static void clear(UserModel user, UserProfile profile, Set<ProfileHome> changed) {
        for (var home : changed) {
            var values = profile.getAttributes().get(home.profileAttribute());
            if (values == null || values.stream().allMatch(String::isBlank)) {
                user.removeAttribute(home.profileAttribute());
            }
        }
    }

    private void setPassword(UserModel user, @Nullable String password) throws ScimException {
        if (password == null) {
            return;
        }
        var refused = session.getProvider(PasswordPolicyManagerProvider.class).validate(realm, user, password);
        if (refused != null) {
            throw ScimException.of(
                    ScimType.INVALID_VALUE,
                    "password does not meet the realm's policy: "
                            + words(refused.getMessage(), refused.getParameters()));
        }
        try {
            if (!user.credentialManager().updateCredential(UserCredentialModel.password(password))) {
                throw ScimException.of(ScimType.MUTABILITY, "The password of this account is kept elsewhere.");
            }
        } catch (ModelException e) {
            throw ScimException.of(ScimType.INVALID_VALUE, "password is not taken: " + e.getMessage());
        }
    }

    private ScimException invalid(ValidationException refused) {
        if (isTaken(refused)) {
            return taken();
        }
        if (refused.hasError(READ_ONLY)) {
            return ScimException.of(ScimType.MUTABILITY, names(refused) + " cannot be changed in this realm.");
        }
        return ScimException.of(
                ScimType.INVALID_VALUE,
                refused.getErrors().stream()
                        .map(error -> name(error) + ": " + words(error.getMessage(), error.getMessageParameters()))
                        .sorted()
                        .collect(Collectors.joining("; ")));
    }

    private static boolean isTaken(ValidationException refused) {
        return refused.hasError("usernameExistsMessage", "emailExistsMessage");
    }

    private String names(ValidationException refused) {
        return refused.getErrors().stream()
                .filter(error -> error.getMessage().equals(READ_ONLY))
                .map(this::name)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** As SCIM names it. */
    private String name(ValidationException.Error error) {
        var name = error.getAttribute();
        return users.homeOf(name).map(home -> home.path().toString()).orElseGet(() -> NAMES.getOrDefault(name, name));
    }

    /** Keycloak's message by its key, and what it says of the bounds. */
    private static String words(String key, Object @Nullable [] parameters) {
        List<String> numbers = parameters == null
                ? List.of()
                : Stream.of(parameters)
                        .filter(Number.class::isInstance)
                        .map(String::valueOf)
                        .toList();
        return numbers.isEmpty() ? key : key + " (" + String.join(", ", numbers) + ")";
    }
}
