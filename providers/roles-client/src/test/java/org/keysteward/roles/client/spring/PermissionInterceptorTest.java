package org.keysteward.roles.client.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keysteward.roles.client.FakePermissions;
import org.keysteward.roles.client.PermissionCheck;
import org.keysteward.roles.client.RequiresPermission;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

class PermissionInterceptorTest {
    @RestController
    interface Publishing {
        @GetMapping("/journeys/publish")
        @RequiresPermission("journeys.publish")
        String publish();

        @GetMapping("/journeys/drafts")
        String drafts();
    }

    @RestController
    @RequiresPermission("journeys.read")
    static class Journeys implements Publishing {
        @GetMapping("/journeys")
        public String list() {
            return "listed";
        }

        @Override
        public String publish() {
            return "published";
        }

        @Override
        public String drafts() {
            return "drafts";
        }

        @GetMapping("/journeys/archive")
        @RequiresPermission(value = "journeys.archive", fresh = true)
        public String archive() {
            return "archived";
        }

        @GetMapping("/journeys/{tenant}/{workspace}")
        @RequiresPermission(value = "journeys.read", tenant = "{tenant}", path = "workspace/{workspace}")
        public String at() {
            return "listed there";
        }
    }

    @RestController
    static class Open {
        @GetMapping("/open")
        public String see() {
            return "seen";
        }
    }

    private final FakePermissions permissions = new FakePermissions();
    private final MockMvc mvc = mvc(new Journeys(), new Open());

    private MockMvc mvc(Object... controllers) {
        var interceptor = new PermissionInterceptor(
                permissions,
                request -> Optional.ofNullable(request.getHeader("Test-Tenant")).map(FakePermissions::tokenFor));
        return MockMvcBuilders.standaloneSetup(controllers)
                .addInterceptors(interceptor)
                .build();
    }

    private static MockHttpServletRequestBuilder signedIn(String path) {
        return get(path).header("Test-Tenant", "acme");
    }

    @Test
    void whoMayGetsThrough() throws Exception {
        permissions.grant("journeys.read");

        mvc.perform(signedIn("/journeys")).andExpect(content().string("listed"));
        mvc.perform(signedIn("/journeys/publish")).andExpect(status().isForbidden());
    }

    @Test
    void theMethodCountsInsteadOfItsType() throws Exception {
        permissions.grant("journeys.publish");

        mvc.perform(signedIn("/journeys/publish")).andExpect(content().string("published"));
        mvc.perform(signedIn("/journeys")).andExpect(status().isForbidden());
    }

    @Test
    void freshIsPassedOn() throws Exception {
        permissions.grant("journeys.archive");

        mvc.perform(signedIn("/journeys/archive")).andExpect(status().isOk());

        assertThat(permissions.asked())
                .containsExactly(PermissionCheck.of("journeys.archive").asFresh());
    }

    @Test
    void tenantAndPathAreThoseOfTheRequest() throws Exception {
        permissions.grantAt("beta", "workspace/emea", "journeys.read");

        mvc.perform(signedIn("/journeys/beta/emea")).andExpect(content().string("listed there"));
        mvc.perform(signedIn("/journeys/beta/apac")).andExpect(status().isForbidden());
        mvc.perform(signedIn("/journeys/acme/emea")).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aControllerBehindAProxyIsGuarded(boolean ofTheClass) throws Exception {
        var proxies = new ProxyFactory(new Journeys());
        proxies.setProxyTargetClass(ofTheClass);
        var proxied = mvc(proxies.getProxy());

        proxied.perform(signedIn("/journeys/drafts")).andExpect(status().isForbidden());
        proxied.perform(signedIn("/journeys/publish")).andExpect(status().isForbidden());
        permissions.grant("journeys.read");
        proxied.perform(signedIn("/journeys/drafts")).andExpect(content().string("drafts"));
        proxied.perform(signedIn("/journeys/publish")).andExpect(status().isForbidden());
    }

    @Test
    void withoutATokenThereIsAChallenge() throws Exception {
        permissions.grant("*");

        mvc.perform(get("/journeys"))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"));
    }

    @Test
    void whatCannotBeDecidedIsUnavailable() throws Exception {
        permissions.grant("*").goDown();

        mvc.perform(signedIn("/journeys"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"));
    }

    @Test
    void whatNothingStandsOnIsOpen() throws Exception {
        mvc.perform(get("/open")).andExpect(content().string("seen"));
    }
}
