package org.keysteward.it.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class has declared with {@link KeycloakTest}.
 *
 * @param nodes one or two
 * @param serverOptions further options of {@code kc.sh start}
 */
record Needs(int nodes, DatabaseEngine engine, List<String> serverOptions) {
    /** Classes that can share a deployment are neighbours, and a cluster only ever grows. */
    static final Comparator<Needs> ORDER = Comparator.comparing(Needs::engine)
            .thenComparing(needs -> String.join(" ", needs.serverOptions()))
            .thenComparing(Needs::nodes);

    private static final int MOST_NODES = 2;

    Needs {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new IllegalArgumentException("A test may need one or two nodes, not " + nodes);
        }
        if (nodes > 1 && engine == DatabaseEngine.H2) {
            throw new IllegalArgumentException("H2 is embedded in one node; two nodes need POSTGRESQL");
        }
        serverOptions = List.copyOf(serverOptions);
    }

    static Optional<Needs> of(Class<?> test) {
        return AnnotationSupport.findAnnotation(test, KeycloakTest.class, enclosing(test))
                .map(needed -> new Needs(needed.nodes(), needed.database(), List.of(needed.serverOptions())));
    }

    /** Whether a deployment for these needs can serve the others, perhaps with one more node. */
    boolean canShareDeploymentWith(Needs others) {
        return engine == others.engine && serverOptions.equals(others.serverOptions);
    }

    /** The classes around a nested test class, the outermost first. */
    private static List<Class<?>> enclosing(Class<?> test) {
        List<Class<?>> around = new ArrayList<>();
        for (Class<?> outer = test.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            around.add(0, outer);
        }
        return around;
    }
}
