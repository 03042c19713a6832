package org.keysteward.it.harness;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Groups the test classes by what they need, so that every deployment is started at most once. */
public final class NeedsOrder implements ClassOrderer {
    private static final Comparator<ClassDescriptor> ORDER = Comparator.comparing(
                    (ClassDescriptor test) -> Needs.of(test.getTestClass()).orElse(null),
                    Comparator.nullsFirst(Needs.ORDER))
            .thenComparing(test -> test.getTestClass().getName());

    @Override
    public void orderClasses(ClassOrdererContext context) {
        context.getClassDescriptors().sort(ORDER);
    }
}
