package io.github.espial.context.key;

import io.github.espial.context.ContextNotes;
import io.github.espial.context.KeyDialect;
import io.github.espial.context.KeyedAlgorithm;
import io.github.espial.context.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One thread of charon: it handles a message at a time, and installs the SAs that come of it before the next.
 *
 * <p>Keys are logged as the initiator's and the responder's of the exchange that made the SA, which may be either side
 * when SAs are rekeyed: a thread that parsed a response is the initiator's.
 */
final class CharonThread {
    private static final Pattern DUMP = Pattern.compile("(.+) => (\\d{1,5}) bytes @ .*");
    private static final Pattern DUMP_ROW = Pattern.compile("\\s*\\d+: (.{1,48}).*");
    private static final Pattern PARSED = Pattern.compile("parsed (\\S+) (request|response) .*");
    private static final Pattern PROPOSAL = Pattern.compile("selected proposal: (ESP|AH|IKE):(\\S+)");
    private static final Pattern ADDING = Pattern.compile("adding (inbound|outbound) (ESP|AH) SA");
    private static final Pattern SPI = Pattern.compile("\\s*SPI (0x[0-9a-f]+), src (\\S+) dst (\\S+).*");
    private static final Pattern USING = Pattern.compile("\\s*using (\\S+) for (encryption|integrity)");

    private final CharonIkeSas ikeSas;
    private final ContextNotes notes;
    private CharonIkeSa ikeSa = new CharonIkeSa();
    private Optional<HexDump> dump = Optional.empty();
    private Optional<Boolean> initiator = Optional.empty();
    private Optional<Adding> adding = Optional.empty();
    private List<String> proposal = List.of();
    private final Map<String, String> algorithms = new HashMap<>();
    private final Map<String, Secret> keys = new HashMap<>();

    private enum SaDirection {
        INBOUND,
        OUTBOUND
    }

    /** An SA that is being installed. */
    private record Adding(SaDirection direction, String protocol) {}

    CharonThread(CharonIkeSas ikeSas, ContextNotes notes) {
        this.ikeSas = ikeSas;
        this.notes = notes;
    }

    /** Takes what follows the group on a line of this thread. */
    void read(int line, String text) {
        if (dump.isPresent()) {
            Matcher row = DUMP_ROW.matcher(text);
            if (row.matches()) {
                dump.get().take(row.group(1));
                completeDump();
                return;
            }
            notes.problem(dump.get().line(), "the octets of \"" + dump.get().name() + "\" are cut off");
            dump = Optional.empty();
        }
        Matcher start = DUMP.matcher(text);
        if (start.matches()) {
            dump = Optional.of(new HexDump(start.group(1), line, Integer.parseInt(start.group(2))));
            completeDump();
        } else {
            statement(line, text);
        }
    }

    /** Notes what is complete; the log has ended. */
    void finish() {
        ikeSas.finish(ikeSa);
    }

    private void completeDump() {
        if (dump.isEmpty() || !dump.get().isComplete()) {
            return;
        }
        HexDump whole = dump.get();
        dump = Optional.empty();
        if (whole.name().endsWith(" key") && whole.name().matches("(encryption|integrity) (initiator|responder) key")) {
            keys.put(whole.name(), Secret.of(whole.octets()));
        } else {
            ikeSa.take(whole);
        }
    }

    private void statement(int line, String text) {
        Matcher spi = SPI.matcher(text);
        if (spi.matches() && adding.isPresent()) {
            install(line, spi, adding.get());
            adding = Optional.empty();
            return;
        }
        Matcher direction = ADDING.matcher(text);
        Matcher parsed = PARSED.matcher(text);
        Matcher selected = PROPOSAL.matcher(text);
        Matcher using = USING.matcher(text);
        if (direction.matches()) {
            adding = Optional.of(new Adding(
                    direction.group(1).equals("outbound") ? SaDirection.OUTBOUND : SaDirection.INBOUND,
                    direction.group(2)));
        } else if (text.startsWith("received packet: ")) {
            ikeSas.finish(ikeSa);
            ikeSa = new CharonIkeSa();
            forgetChildSa();
        } else if (parsed.matches()) {
            initiator = Optional.of(parsed.group(2).equals("response"));
            ikeSa.isRekeyed = parsed.group(1).equals("CREATE_CHILD_SA");
        } else if (selected.matches()) {
            List<String> names = List.of(selected.group(2).split("/", -1));
            if (selected.group(1).equals("IKE")) {
                ikeSa.proposal = names;
            } else {
                forgetChildSa();
                proposal = names;
            }
        } else if (using.matches()) {
            algorithms.put(using.group(2), using.group(1));
        } else {
            ikeSas.bind(ikeSa, text);
        }
    }

    private void forgetChildSa() {
        proposal = List.of();
        algorithms.clear();
        keys.clear();
    }

    private void install(int line, Matcher spi, Adding installed) {
        if (keys.isEmpty()) {
            return;
        }
        if (initiator.isEmpty()) {
            notes.problem(
                    line, "the log does not show which side began the exchange, so its keys fit either direction");
            return;
        }
        String sender = initiator.get() == (installed.direction() == SaDirection.OUTBOUND) ? "initiator" : "responder";
        SaDraft sa = new SaDraft(KeyDialect.STRONGSWAN, line, notes);
        sa.protocol(installed.protocol());
        sa.spi(line, spi.group(1));
        sa.source = sa.address(line, spi.group(2));
        sa.destination = sa.address(line, spi.group(3));
        sa.encryption = keyed("encryption", sender);
        sa.integrity = keyed("integrity", sender);
        if (!proposal.isEmpty()) {
            sa.extendedSequenceNumbers = Optional.of(proposal.contains("EXT_SEQ"));
        }
        sa.finish();
    }

    /** The null cipher has a name and no key. */
    private Optional<KeyedAlgorithm> keyed(String what, String sender) {
        Secret key = keys.getOrDefault(what + " " + sender + " key", Secret.of(new byte[0]));
        return Optional.ofNullable(algorithms.get(what))
                .map(name -> new KeyedAlgorithm(withKeyLength(name), key, OptionalInt.empty()));
    }

    /** The proposal adds the length of the key, as in {@code AES_GCM_16_256}. */
    private String withKeyLength(String name) {
        return proposal.stream()
                .filter(proposed -> proposed.equals(name) || proposed.matches(Pattern.quote(name) + "_\\d+"))
                .findFirst()
                .orElse(name);
    }
}
