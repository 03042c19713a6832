package org.keysteward.roles.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link RequiresPermission} asks of whoever calls a method. For adapters to web frameworks. */
public final class Requirement {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^{}/]+)}");

    /** The path parameters of a request. */
    @FunctionalInterface
    public interface PathParameters {
        /** The value, decoded; null where there is no such parameter. */
        @Nullable String value(String name);
    }

    private final PermissionCheck permission;
    private final String tenant;
    private final String path;

    private Requirement(RequiresPermission annotation) {
        this.permission = annotation.fresh()
                ? PermissionCheck.of(annotation.value()).asFresh()
                : PermissionCheck.of(annotation.value());
        this.tenant = annotation.tenant();
        this.path = annotation.path();
        if (!PermissionCheck.isPath(VARIABLE.matcher(path).replaceAll("x"))) {
            throw new IllegalArgumentException("No path: " + path);
        }
        if (!tenant.isEmpty() && !PermissionCheck.isTenant(tenant)) {
            throw new IllegalArgumentException("No alias of a tenant: " + tenant);
        }
    }

    /**
     * What stands on the method, or on one that it overrides, or else on its type, or on one that that extends. Empty
     * where nothing does.
     *
     * @throws IllegalArgumentException where what stands there has not its form
     */
    public static Optional<Requirement> of(Class<?> type, Method method) {
        var types = lineage(type);
        types.addAll(lineage(method.getDeclaringClass()));
        return Stream.concat(
                        Stream.concat(Stream.of(method), types.stream().flatMap(one -> overridden(one, method)))
                                .map(one -> one.getAnnotation(RequiresPermission.class)),
                        types.stream().map(one -> one.getAnnotation(RequiresPermission.class)))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(annotation -> made(annotation, method));
    }

    private static Requirement made(RequiresPermission annotation, Method method) {
        try {
            return new Requirement(annotation);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("@RequiresPermission of " + method + ": " + e.getMessage(), e);
        }
    }

    /** Nearest first: the type, those that it extends, then all interfaces. */
    private static Set<Class<?>> lineage(Class<?> type) {
        var lineage = new LinkedHashSet<Class<?>>();
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            lineage.add(one);
        }
        var open = new ArrayList<Class<?>>(lineage);
        for (var i = 0; i < open.size(); i++) {
            open.addAll(List.of(open.get(i).getInterfaces()));
        }
        lineage.addAll(open);
        return lineage;
    }

    /**
     * Fails closed: a method with type parameters is written with their bounds where it is declared, so whatever may be
     * overridden counts as overridden. The exact one comes first.
     */
    private static Stream<Method> overridden(Class<?> type, Method method) {
        var candidates = Stream.of(type.getDeclaredMethods())
                .filter(one -> one.getName().equals(method.getName()))
                .filter(one -> !Modifier.isStatic(one.getModifiers()) && !Modifier.isPrivate(one.getModifiers()))
                .filter(one -> !type.equals(method.getDeclaringClass()) || one.equals(method))
                .toList();
        return Stream.concat(
                candidates.stream().filter(one -> sameParameters(one, method)),
                candidates.stream().filter(one -> !sameParameters(one, method) && takesAtLeast(one, method)));
    }

    private static boolean sameParameters(Method one, Method other) {
        return List.of(one.getParameterTypes()).equals(List.of(other.getParameterTypes()));
    }

    private static boolean takesAtLeast(Method general, Method special) {
        var wide = general.getParameterTypes();
        var narrow = special.getParameterTypes();
        if (wide.length != narrow.length) {
            return false;
        }
        for (var i = 0; i < wide.length; i++) {
            if (!wide[i].isAssignableFrom(narrow[i])) {
                return false;
            }
        }
        return true;
    }

    /** The key of the permission. */
    public String permission() {
        return permission.permission();
    }

    /**
     * What is to be checked for a request.
     *
     * @return empty where a path parameter cannot be part of a path or a tenant's alias: there is no such place, and
     *     nothing is permitted there
     * @throws IllegalStateException where the request has no path parameter of that name
     */
    public Optional<PermissionCheck> check(PathParameters parameters) {
        var place = filled(path, parameters);
        if (place.isEmpty() != path.isEmpty() || !PermissionCheck.isPath(place) || segments(place) != segments(path)) {
            return Optional.empty();
        }
        if (tenant.isEmpty()) {
            return Optional.of(permission.at(place));
        }
        var alias = filled(tenant, parameters);
        return PermissionCheck.isTenant(alias)
                ? Optional.of(permission.in(alias).at(place))
                : Optional.empty();
    }

    /** INVARIANT: a value stands for what its name stood for, and brings no further segments. */
    private static long segments(String path) {
        return path.chars().filter(character -> character == '/').count();
    }

    private static String filled(String template, PathParameters parameters) {
        var filled = new StringBuilder();
        var copied = 0;
        for (var variable : (Iterable<MatchResult>) VARIABLE.matcher(template).results()::iterator) {
            var value = parameters.value(variable.group(1));
            if (value == null) {
                throw new IllegalStateException(
                        "The request has no path parameter " + variable.group(1) + ", which @RequiresPermission names");
            }
            filled.append(template, copied, variable.start()).append(value);
            copied = variable.end();
        }
        return filled.append(template, copied, template.length()).toString();
    }
}
