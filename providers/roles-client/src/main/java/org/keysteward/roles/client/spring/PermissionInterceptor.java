package org.keysteward.roles.client.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.keysteward.roles.client.AccessToken;
import org.keysteward.roles.client.MissingTokenException;
import org.keysteward.roles.client.PermissionDeniedException;
import org.keysteward.roles.client.Permissions;
import org.keysteward.roles.client.Requirement;
import org.keysteward.roles.client.UndecidedException;
import org.springframework.aop.support.AopUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands before each controller method that {@link org.keysteward.roles.client.RequiresPermission} stands on. A method
 * that nothing stands on is open: annotate types, so that none is forgotten. Functional endpoints have no methods, and
 * are not looked at.
 *
 * <p>Throws {@link ResponseStatusException}: 401, 403, 503. An application's exception handlers decide what is in the
 * answer.
 */
public final class PermissionInterceptor implements HandlerInterceptor {
    private static final System.Logger LOG = System.getLogger(PermissionInterceptor.class.getName());

    private record Handler(Class<?> type, Method method) {}

    private final Permissions permissions;
    private final Function<HttpServletRequest, Optional<AccessToken>> tokens;
    /** Bounded by the methods that the application has. */
    private final Map<Handler, Optional<Requirement>> requirements = new ConcurrentHashMap<>();

    /** @param tokens the request's token, <strong>verified</strong> by then; empty where nobody is signed in */
    public PermissionInterceptor(Permissions permissions, Function<HttpServletRequest, Optional<AccessToken>> tokens) {
        this.permissions = permissions;
        this.tokens = tokens;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            requirement(method).ifPresent(required -> require(required, request, response));
        }
        return true;
    }

    /** Of the class behind a proxy: what stands on that is not to be seen on the proxy. */
    private Optional<Requirement> requirement(HandlerMethod handler) {
        var type = AopUtils.getTargetClass(handler.getBean());
        return requirements.computeIfAbsent(
                new Handler(type, AopUtils.getMostSpecificMethod(handler.getMethod(), type)),
                one -> Requirement.of(one.type(), one.method()));
    }

    private void require(Requirement required, HttpServletRequest request, HttpServletResponse response) {
        try {
            var token = tokens.apply(request).orElseThrow(MissingTokenException::new);
            var check = required.check(name -> parameter(request, name))
                    .orElseThrow(() -> new PermissionDeniedException(required.permission()));
            permissions.require(token, check);
        } catch (MissingTokenException e) {
            // With a challenge: RFC 9110, section 15.5.2.
            response.setHeader("WWW-Authenticate", "Bearer");
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED, null, e);
        } catch (PermissionDeniedException e) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, e.getMessage(), e);
        } catch (UndecidedException e) {
            LOG.log(Level.WARNING, "Whether " + required.permission() + " is permitted could not be decided", e);
            response.setHeader("Retry-After", "1");
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE, null, e);
        }
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                        && variables.get(name) instanceof String value
                ? value
                : null;
    }
}
