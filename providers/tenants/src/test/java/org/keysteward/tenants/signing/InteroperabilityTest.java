package org.keysteward.tenants.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keysteward.kernel.json.Json;

/** Vendors may sign with what they have: another library reads what we write, and we read what it writes. */
class InteroperabilityTest {
    @ParameterizedTest
    @EnumSource
    void anotherLibraryVerifiesOurs(SignatureAlgorithm algorithm) throws Exception {
        var key = LicenseSigningKey.generate("ours", algorithm);
        var keys = new LicenseKeys(List.of(key.publicKey()));

        var claims = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(keys.toJson()).getJsonWebKeys()))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm.jwsName())
                .setExpectedAudience(Vendor.ISSUER)
                .setExpectedSubject(Vendor.TENANT)
                .setRequireExpirationTime()
                .setRequireNotBefore()
                .setRequireJwtId()
                .setEvaluationTime(
                        NumericDate.fromSeconds(Vendor.TODAY.instant().getEpochSecond()))
                .build()
                .processToClaims(Vendor.token(key));

        assertThat(claims.getStringClaimValue("plan")).isEqualTo("team");
    }

    @ParameterizedTest
    @EnumSource
    void weVerifyAnotherLibrarys(SignatureAlgorithm algorithm) throws JoseException {
        var key = LicenseSigningKey.generate("theirs", algorithm);
        var jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue(algorithm.jwsName());
        jws.setKeyIdHeaderValue("theirs");
        jws.setPayload(Json.write(Vendor.claims(Map.of())));
        jws.setKey(PublicJsonWebKey.Factory.newPublicJwk(key.toJson()).getPrivateKey());

        var verification = new LicenseVerifier(new LicenseKeys(List.of(key.publicKey())), Vendor.ISSUER, Vendor.TODAY)
                .verify(jws.getCompactSerialization(), Vendor.TENANT, Optional.empty());

        assertThat(verification).isInstanceOf(Verification.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aKeySetOfAnotherLibraryIsRead(SignatureAlgorithm algorithm) throws JoseException {
        var key = LicenseSigningKey.generate("theirs", algorithm).publicKey();
        var theirs = PublicJsonWebKey.Factory.newPublicJwk(key.publicKey());
        theirs.setKeyId("theirs");

        var keys = LicenseKeys.parse(new JsonWebKeySet(theirs).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY));

        assertThat(keys.find("theirs")).contains(key);
    }
}
