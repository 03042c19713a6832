package org.keysteward.it.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Java process holds, asked with the tools of the JDK and of the system. */
record ProcessMemory(ProcessHandle process) {
    private static final Pattern HEAP_USED = Pattern.compile("used (\\d+)K");
    private static final double KIBIBYTES_A_MEBIBYTE = 1024;

    /** Collects garbage; twice, because what finalizers and cleaners let go is only seen by the next collection. */
    void collect() {
        jcmd("GC.run");
        jcmd("GC.run");
    }

    double heapInUse() {
        String info = jcmd("GC.heap_info");
        Matcher used = HEAP_USED.matcher(info);
        if (!used.find()) {
            throw new IllegalStateException("jcmd does not tell how much heap is used: " + info);
        }
        return Long.parseLong(used.group(1)) / KIBIBYTES_A_MEBIBYTE;
    }

    double resident() {
        return Long.parseLong(output("ps", "-o", "rss=", "-p", id())) / KIBIBYTES_A_MEBIBYTE;
    }

    private String jcmd(String command) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        return output(jcmd.toString(), id(), command);
    }

    private String id() {
        return String.valueOf(process.pid());
    }

    private static String output(String... command) {
        try {
            Process started =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(started.getInputStream().readAllBytes(), UTF_8).strip();
            if (started.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
