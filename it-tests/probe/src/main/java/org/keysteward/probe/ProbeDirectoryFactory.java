package org.keysteward.probe;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.models.utils.UserModelDelegate;
import org.keycloak.storage.ReadOnlyException;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.user.ImportedUserValidation;
import org.keycloak.storage.user.UserLookupProvider;

/**
 * A directory as LDAP is one: whoever is called {@code dir-…} is there and is imported; all of them can be written but the
 * given name, which the directory keeps.
 */
public final class ProbeDirectoryFactory implements UserStorageProviderFactory<ProbeDirectoryFactory.ProbeDirectory> {
    @Override
    public String getId() {
        return "keysteward-probe-directory";
    }

    @Override
    public ProbeDirectory create(KeycloakSession session, ComponentModel component) {
        return new ProbeDirectory(session, component);
    }

    /** Looks nobody up but by name. */
    public record ProbeDirectory(KeycloakSession session, ComponentModel component)
            implements UserStorageProvider, UserLookupProvider, ImportedUserValidation {
        @Override
        public @Nullable UserModel getUserById(RealmModel realm, String id) {
            return getUserByUsername(realm, StorageId.externalId(id));
        }

        @Override
        public @Nullable UserModel getUserByUsername(RealmModel realm, String username) {
            if (!username.startsWith("dir-")) {
                return null;
            }
            UserProvider imported = session.getProvider(UserProvider.class);
            UserModel known = imported.getUserByUsername(realm, username);
            if (known != null) {
                return validate(realm, known);
            }
            UserModel user = imported.addUser(realm, username);
            user.setEnabled(true);
            user.setFederationLink(component.getId());
            user.setFirstName("Given");
            user.setLastName("Family");
            return validate(realm, user);
        }

        @Override
        public @Nullable UserModel getUserByEmail(RealmModel realm, String email) {
            return null;
        }

        @Override
        public UserModel validate(RealmModel realm, UserModel user) {
            return new DirectoryUser(user);
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static final class DirectoryUser extends UserModelDelegate {
        DirectoryUser(UserModel user) {
            super(user);
        }

        @Override
        public void setFirstName(String firstName) {
            throw refusal();
        }

        @Override
        public void setSingleAttribute(String name, String value) {
            refuseGivenName(name);
            super.setSingleAttribute(name, value);
        }

        @Override
        public void setAttribute(String name, List<String> values) {
            refuseGivenName(name);
            super.setAttribute(name, values);
        }

        private static void refuseGivenName(String name) {
            if (name.equals(FIRST_NAME)) {
                throw refusal();
            }
        }

        private static ReadOnlyException refusal() {
            return new ReadOnlyException("The directory keeps given names");
        }
    }
}
