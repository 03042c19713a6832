package org.keysteward.it.harness;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A mail server that keeps what it is given. */
public final class Mail implements AutoCloseable {
    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(20);

    private final GreenMail server;
    private final String host;

    private Mail(GreenMail server, String host) {
        this.server = server;
        this.host = host;
    }

    static Mail reachableFrom(Platform platform) {
        GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
        server.start();
        return new Mail(server, platform.hostSeenFromNodes(server.getSmtp().getPort()));
    }

    /** Waits for the first message to this address. */
    public MimeMessage awaitMessageTo(String address) {
        return Awaitility.await("a message to " + address)
                .atMost(ARRIVES_WITHIN)
                .until(() -> messagesTo(address), messages -> !messages.isEmpty())
                .get(0);
    }

    /** The messages to this address that have arrived so far, oldest first. */
    public List<MimeMessage> messagesTo(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .toList();
    }

    /** What a realm's {@code smtpServer} has to say. */
    Map<String, String> smtpSettings() {
        return Map.of("host", host, "port", String.valueOf(server.getSmtp().getPort()), "from", "keycloak@example.org");
    }

    @Override
    public void close() {
        server.stop();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            for (Address recipient : message.getRecipients(Message.RecipientType.TO)) {
                if (recipient.toString().equalsIgnoreCase(address)) {
                    return true;
                }
            }
            return false;
        } catch (MessagingException e) {
            throw new IllegalStateException("A message without readable recipients", e);
        }
    }
}
