package io.github.espial.live.device;

import java.io.IOException;
import java.util.Locale;
import org.pcap4j.core.PcapNativeException;

/** What is said where libpcap, Npcap or the privilege to use it is missing. */
final class Libpcap {
    private static final boolean IS_WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private Libpcap() {}

    /** Something that calls libpcap. */
    interface Call<T> {
        T run() throws PcapNativeException;
    }

    /**
     * Calls libpcap.
     *
     * @throws IOException where it is not there, or refuses; the message is one line that says what to do
     */
    static <T> T call(String name, Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (PcapNativeException e) {
            throw refused(name, String.valueOf(e.getMessage()), e);
        } catch (LinkageError e) {
            throw new IOException(missing(e), e);
        }
    }

    static IOException refused(String name, String reason, Exception cause) {
        String text = reason.lines().findFirst().orElse("").strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("permission") || lower.contains("not permitted")) {
            return new IOException(name + ": no permission to capture: " + privilege(), cause);
        }
        if (lower.contains("no such device") || lower.contains("not found") || lower.contains("doesn't exist")) {
            return new IOException(name + ": there is no such interface (espial watch --list names them)", cause);
        }
        return new IOException(name + ": cannot capture: " + text, cause);
    }

    private static String privilege() {
        if (IS_WINDOWS) {
            return "run it as administrator, or install Npcap without \"Restrict Npcap driver's access\"";
        }
        return "run it as root, or use --capture-with dumpcap, which setcap cap_net_raw,cap_net_admin+ep lets anybody run";
    }

    private static String missing(LinkageError e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("jnidispatch")) {
            return "the native part of JNA cannot be loaded: give a folder that programs may be loaded from, as"
                    + " ESPIAL_OPTS=-Djna.tmpdir=FOLDER, or use --capture-with dumpcap";
        }
        return IS_WINDOWS
                ? "Npcap is missing: install it from npcap.com with \"WinPcap API-compatible Mode\""
                : "libpcap is missing: install it (libpcap0.8 on Debian and Ubuntu, libpcap elsewhere), or use"
                        + " --capture-with dumpcap";
    }
}
