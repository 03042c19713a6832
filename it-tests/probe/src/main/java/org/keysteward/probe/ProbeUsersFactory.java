package org.keysteward.probe;

import org.jspecify.annotations.Nullable;
import org.keycloak.component.ComponentModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.StorageId;
import org.keycloak.storage.UserStorageProvider;
import org.keycloak.storage.UserStorageProviderFactory;
import org.keycloak.storage.adapter.AbstractUserAdapterFederatedStorage;
import org.keycloak.storage.user.UserLookupProvider;

/** A federation that Keycloak does not import: whoever is called {@code fed-…} is there. */
public final class ProbeUsersFactory implements UserStorageProviderFactory<ProbeUsersFactory.ProbeUsers> {
    @Override
    public String getId() {
        return "keysteward-probe";
    }

    @Override
    public ProbeUsers create(KeycloakSession session, ComponentModel component) {
        return new ProbeUsers(session, component);
    }

    /** Looks nobody up but by name. */
    public record ProbeUsers(KeycloakSession session, ComponentModel component)
            implements UserStorageProvider, UserLookupProvider {
        @Override
        public @Nullable UserModel getUserById(RealmModel realm, String id) {
            return getUserByUsername(realm, StorageId.externalId(id));
        }

        @Override
        public @Nullable UserModel getUserByUsername(RealmModel realm, String username) {
            return username.startsWith("fed-") ? new FederatedUser(session, realm, component, username) : null;
        }

        @Override
        public @Nullable UserModel getUserByEmail(RealmModel realm, String email) {
            return null;
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    private static final class FederatedUser extends AbstractUserAdapterFederatedStorage {
        private final String name;

        FederatedUser(KeycloakSession session, RealmModel realm, ComponentModel component, String name) {
            super(session, realm, component);
            this.name = name;
        }

        @Override
        public String getUsername() {
            return name;
        }

        @Override
        public void setUsername(String username) {
            throw new UnsupportedOperationException("A name is what it is");
        }
    }
}
