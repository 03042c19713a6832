package org.keysteward.tenants;

import java.util.regex.Pattern;

/**
 * What a tenant is called in paths, scopes and tokens. Organizations made by stock means may be called otherwise;
 * those that we make read the same everywhere, and need no escaping anywhere.
 */
public final class TenantAlias {
    public static final String RULE =
            "1 to 63 of a-z, 0-9, dot, hyphen and underscore; a letter or digit first and last";

    private static final Pattern ALIAS = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?");

    private TenantAlias() {}

    public static boolean isValid(String alias) {
        return ALIAS.matcher(alias).matches();
    }
}
