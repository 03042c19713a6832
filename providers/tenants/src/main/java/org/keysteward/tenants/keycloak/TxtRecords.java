package org.keysteward.tenants.keycloak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.InitialDirContext;
import org.keysteward.kernel.ServerOption;

/**
 * Asks name servers for TXT records, with the resolver that every Java platform has. Bounded in time, and in how many
 * ask at once: a caller must not be able to keep the server waiting for name servers of their own.
 */
final class TxtRecords {
    static final ServerOption.Text SERVERS = new ServerOption.Text(
            "dns-servers",
            "The name servers that are asked for the TXT records of claimed domains, in this order."
                    + " Without any, those of the operating system.",
            "",
            "host or host:port, separated by commas; an IPv6 address in square brackets",
            Pattern.compile("|\\s*[^\\s,/]+(\\s*,\\s*[^\\s,/]+)*\\s*"));

    private static final Duration FIRST_TIMEOUT = Duration.ofMillis(1500);
    private static final int ATTEMPTS = 2;
    private static final int AT_ONCE = 8;
    private static final int MAX_RECORDS = 100;

    private final String servers;
    private final Semaphore free = new Semaphore(AT_ONCE);

    TxtRecords(String servers) {
        this.servers = servers.isBlank()
                ? "dns:"
                : Arrays.stream(servers.split(","))
                        .map(server -> "dns://" + server.strip())
                        .collect(Collectors.joining(" "));
    }

    /** Nobody answered, or too many are waiting for answers. */
    static final class UnavailableException extends RuntimeException {
        UnavailableException(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** The texts of all TXT records of this name; none where the name does not exist. */
    List<String> of(String name) {
        if (!free.tryAcquire()) {
            throw new UnavailableException("Too many lookups are under way", new IllegalStateException(name));
        }
        try {
            return ask(name);
        } catch (NameNotFoundException e) {
            return List.of();
        } catch (NamingException e) {
            throw new UnavailableException("No name server answered", e);
        } finally {
            free.release();
        }
    }

    // What Java's naming interface is feared for is objects that a server makes it load: its DNS provider makes none,
    // and is given by us, as is the name server.
    @SuppressWarnings("BanJNDI")
    private List<String> ask(String name) throws NamingException {
        var context = new InitialDirContext(environment());
        try {
            var records =
                    context.getAttributes(name + ".", new String[] {"TXT"}).get("TXT");
            var texts = new ArrayList<String>();
            if (records != null) {
                Collections.list(records.getAll()).stream()
                        .limit(MAX_RECORDS)
                        .forEach(one -> texts.add(String.valueOf(one)));
            }
            return texts;
        } finally {
            context.close();
        }
    }

    @SuppressWarnings("JdkObsolete") // The naming interface asks for a Hashtable.
    private Hashtable<String, String> environment() {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(Context.PROVIDER_URL, servers);
        environment.put("com.sun.jndi.dns.timeout.initial", Long.toString(FIRST_TIMEOUT.toMillis()));
        environment.put("com.sun.jndi.dns.timeout.retries", Integer.toString(ATTEMPTS));
        return environment;
    }
}
