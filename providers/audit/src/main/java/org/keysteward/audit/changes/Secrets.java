package org.keysteward.audit.changes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a secret looks like. Names are compared in lower case and without what stands between words, so that {@code
 * client_secret}, {@code client.secret} and {@code clientSecret} are one.
 */
final class Secrets {
    /** Whatever is in these is secret, but for true and false. */
    private static final Set<String> NAMES = Set.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "secretdata",
            "credentialdata",
            "clientsecret",
            "clientsecretrotated",
            "authtokenclientsecret",
            "bindcredential",
            "registrationaccesstoken",
            "privatekey",
            "keypassword",
            "keystorepassword",
            "storepassword",
            "accesstoken",
            "refreshtoken",
            "idtoken",
            "token",
            "totpsecret",
            "totpsecretencoded",
            "secretencoded",
            "hashedsaltedvalue",
            "recoverycodes",
            "recoveryauthncodes",
            "generatedrecoveryauthncodes",
            "backupcodes");

    /** Texts in members whose names end so are secret. */
    private static final List<String> ENDINGS = List.of(
            "password",
            "passwd",
            "passphrase",
            "secret",
            "secretencoded",
            "secretkey",
            "privatekey",
            "apikey",
            "accesskey",
            "credential",
            "credentials",
            "token");

    /** End so, and hold settings. */
    private static final Set<String> HARMLESS = Set.of("requiredcredentials");

    /** In the representation of a credential, which is what these hold. */
    private static final Set<String> OF_A_CREDENTIAL = Set.of("value", "salt");

    /** RFC 7518, sections 6.2.2, 6.3.2 and 6.4.1. */
    private static final Set<String> OF_A_PRIVATE_KEY = Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern VAULT_REFERENCE = Pattern.compile("\\$\\{vault\\.[^}]+}");
    private static final List<Pattern> TEXTS = List.of(
            Pattern.compile("-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----"),
            // A compact JWS or JWE (RFC 7515 and 7516): its header is an object, and {" is eyJ in base64.
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{6,}\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]*"),
            Pattern.compile("(?i)\\bbearer\\s+[A-Za-z0-9._~+/-]{20,}"),
            Pattern.compile("://[^/\\s:@]*:[^/\\s@]+@"),
            Pattern.compile("\\$(2[abxy]|argon2(id|i|d))\\$"),
            // JSON in a text.
            Pattern.compile("\"(d|k|p|q|dp|dq|qi)\"\\s*:\\s*\"[A-Za-z0-9_-]{16,}\""),
            Pattern.compile(
                    "(?i)\"[a-z0-9_.-]*(password|passwd|secret|private_?key|api_?key|access_?key|token|secretData)\"\\s*:\\s*\"[^\"]"));

    private Secrets() {}

    static boolean isName(String name) {
        return NAMES.contains(plain(name));
    }

    /** Whether a text under this name is secret. */
    static boolean isNameOfText(String name) {
        var plain = plain(name);
        return !HARMLESS.contains(plain) && ENDINGS.stream().anyMatch(plain::endsWith);
    }

    static boolean isOfCredential(String name) {
        return OF_A_CREDENTIAL.contains(plain(name));
    }

    static boolean isOfPrivateKey(String name) {
        return OF_A_PRIVATE_KEY.contains(name);
    }

    /** By what it says, whatever its name. */
    static boolean isText(String text) {
        return !isVaultReference(text)
                && TEXTS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /** Says where a secret is, and not what it is. */
    static boolean isVaultReference(@Nullable Object value) {
        return value instanceof String text && VAULT_REFERENCE.matcher(text).matches();
    }

    static String plain(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
