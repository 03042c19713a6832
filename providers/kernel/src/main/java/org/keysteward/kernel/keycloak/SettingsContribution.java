package org.keysteward.kernel.keycloak;

/** {@code /settings}. */
public final class SettingsContribution implements ApiContributionFactory {
    @Override
    public String capability() {
        return KernelFactory.ID;
    }

    @Override
    public String path() {
        return "settings";
    }

    @Override
    public Class<?> resourceType() {
        return SettingsResource.class;
    }

    @Override
    public Object resource(ApiRequest request) {
        return new SettingsResource(request);
    }
}
