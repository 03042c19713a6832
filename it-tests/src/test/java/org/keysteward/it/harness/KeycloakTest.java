package org.keysteward.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test class that needs a real Keycloak with the bundle.
 *
 * <p>Its constructors, lifecycle methods and tests may take these parameters:
 *
 * <ul>
 *   <li>{@link Keycloak}: the first node, and {@link Cluster}: all of them
 *   <li>{@link TestRealm}: a realm of its own, removed afterwards; asked for in a test or {@code @BeforeEach} it lives
 *       for that test, asked for in {@code @BeforeAll} or a constructor for the whole class
 *   <li>{@link Database} and {@link Statements}: the database and the statements that a request causes there
 *   <li>{@link Mail}: a mail server, and {@link NameServer}: the name server that nodes ask
 *   <li>{@link Probe}: direct calls of Keycloak's model
 *   <li>{@link org.keysteward.it.browser.Browser}: a browser without a session
 * </ul>
 *
 * <p>When a test fails, the lines that the nodes have logged meanwhile and a picture of the browser are kept in
 * {@code target/it-logs}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(KeycloakExtension.class)
public @interface KeycloakTest {
    /** How many nodes form the cluster: one or two, on {@link DatabaseEngine#H2} always one. */
    int nodes() default 1;

    DatabaseEngine database() default DatabaseEngine.POSTGRESQL;

    /**
     * Further options of {@code kc.sh start}, such as {@code --log-level-org.keysteward=debug}. Classes with other
     * options than the default have a deployment of their own, which costs a start: prefer realm settings.
     */
    String[] serverOptions() default {};
}
