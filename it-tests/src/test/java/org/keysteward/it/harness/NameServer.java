package org.keysteward.it.harness;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A name server (RFC 1035) that knows the TXT records a test gives it, and no other names. */
public final class NameServer implements AutoCloseable {
    private static final int HEADER = 12;
    private static final int MAX_PACKET = 1500;
    private static final int TXT = 16;
    private static final int INTERNET = 1;
    private static final int ANSWER = 0x8580;
    private static final int NAME_ERROR = 3;

    private final Map<String, List<String>> records = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private final String host;

    private NameServer(DatagramSocket socket, String host) {
        this.socket = socket;
        this.host = host;
    }

    static NameServer reachableFrom(Platform platform) {
        try {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            NameServer server = new NameServer(socket, platform.hostSeenFromNodes(socket.getLocalPort()));
            Thread thread = new Thread(server::serve, "it-name-server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Publishes TXT records; those of before are gone. */
    public void publish(String name, String... texts) {
        records.put(name.toLowerCase(Locale.ROOT), List.of(texts));
    }

    /** The option that makes a node ask this server. */
    String serverOption() {
        return "--spi-keysteward--tenants--dns-servers=" + host + ":" + socket.getLocalPort();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[MAX_PACKET], MAX_PACKET);
        while (!socket.isClosed()) {
            try {
                packet.setLength(MAX_PACKET);
                socket.receive(packet);
                byte[] answer = answer(packet.getData(), packet.getLength());
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private byte[] answer(byte[] query, int length) throws IOException {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (query[at] != 0) {
            int label = query[at];
            name.append(name.isEmpty() ? "" : ".").append(new String(query, at + 1, label, US_ASCII));
            at += label + 1;
        }
        int type = (query[at + 1] & 0xff) << 8 | query[at + 2] & 0xff;
        int question = at + 5;
        List<String> known = records.get(name.toString().toLowerCase(Locale.ROOT));
        List<String> texts = known == null || type != TXT ? List.of() : known;

        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(query, 0, 2);
        out.writeShort(ANSWER | (known == null ? NAME_ERROR : 0));
        out.writeShort(1);
        out.writeShort(texts.size());
        out.writeShort(0);
        out.writeShort(0);
        out.write(query, HEADER, question - HEADER);
        for (String text : texts) {
            // The name is that of the question.
            out.writeShort(0xc000 | HEADER);
            out.writeShort(TXT);
            out.writeShort(INTERNET);
            out.writeInt(0);
            out.writeShort(text.length() + 1);
            out.writeByte(text.length());
            out.write(text.getBytes(US_ASCII));
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        socket.close();
    }
}
