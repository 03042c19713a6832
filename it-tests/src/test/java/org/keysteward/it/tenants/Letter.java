package org.keysteward.it.tenants;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.keysteward.it.harness.Mail;

/** A mail that a person has got. */
public record Letter(String subject, String text, String html) {
    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    public static Letter to(String address, Mail mail) {
        return of(mail.awaitMessageTo(address));
    }

    static Letter of(MimeMessage message) {
        try {
            Multipart parts = (Multipart) message.getContent();
            return new Letter(message.getSubject(), content(parts.getBodyPart(0)), content(parts.getBodyPart(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail that cannot be read", e);
        }
    }

    private static String content(BodyPart part) throws IOException, MessagingException {
        return String.valueOf(part.getContent());
    }

    public String link() {
        // Keycloak's own plain texts are escaped as if they were HTML.
        return LINK.matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group()
                .replace("&#61;", "=")
                .replace("&amp;", "&");
    }
}
