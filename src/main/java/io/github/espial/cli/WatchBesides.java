package io.github.espial.cli;

import io.github.espial.context.file.ContextFile;
import io.github.espial.live.AskedMachine;
import io.github.espial.live.Happening;
import io.github.espial.live.LiveCase;
import io.github.espial.live.MetricsServer;
import io.github.espial.live.Moment;
import io.github.espial.live.Watching;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done beside the watching: a monitoring system is told, and this machine is asked for its own words. */
final class WatchBesides implements Closeable {
    private static final Pattern ADDRESS = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\]):(\\d{1,5})");
    private static final int MOST_PORT = 65_535;

    /** Commands cost something: what changes meanwhile is asked for after it. */
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(10);

    private final LiveCase live;
    private final List<ContextFile> given;
    private final Optional<MetricsServer> metrics;
    private final Optional<AskedMachine> machine;
    private final LongSupplier nanos;
    private long asked;
    private boolean isToBeAsked;

    /**
     * What is asked for.
     *
     * @param metrics where a monitoring system asks
     * @param asksMachine whether this machine is asked
     */
    record Wanted(Optional<InetSocketAddress> metrics, boolean asksMachine) {}

    private WatchBesides(
            LiveCase live,
            List<ContextFile> given,
            Optional<MetricsServer> metrics,
            Optional<AskedMachine> machine,
            LongSupplier nanos) {
        this.live = live;
        this.given = given;
        this.metrics = metrics;
        this.machine = machine;
        this.nanos = nanos;
    }

    /**
     * Begins with it, and asks this machine for the first time.
     *
     * @param given words that the user gave
     * @param nanos a clock of nanoseconds from any origin
     */
    static WatchBesides begin(Wanted wanted, LiveCase live, List<ContextFile> given, LongSupplier nanos)
            throws IOException, UsageException, InterruptedException {
        Optional<AskedMachine> machine = Optional.empty();
        if (wanted.asksMachine()) {
            machine = AskedMachine.thisOne();
            if (machine.isEmpty()) {
                throw new UsageException("--ask-machine: no commands are known for " + System.getProperty("os.name"));
            }
        }
        Optional<MetricsServer> metrics = wanted.metrics().isPresent()
                ? Optional.of(MetricsServer.at(wanted.metrics().get()))
                : Optional.empty();
        WatchBesides besides = new WatchBesides(live, given, metrics, machine, nanos);
        besides.ask();
        return besides;
    }

    /** Reads the value of {@code --metrics}. */
    static InetSocketAddress address(String text) throws UsageException {
        Matcher address = ADDRESS.matcher(text);
        int port = address.matches() ? Integer.parseInt(address.group(2)) : Integer.MAX_VALUE;
        if (port > MOST_PORT) {
            throw new UsageException(
                    "--metrics " + text + ": expected a loopback address and a port, such as 127.0.0.1:9469");
        }
        boolean isIpv6 = address.group(1).startsWith("[");
        byte[] octets = isIpv6 ? new byte[16] : new byte[] {127, 0, 0, 1};
        octets[octets.length - 1] = 1;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(octets), port);
        } catch (IOException e) {
            throw new IllegalStateException("so many octets are an address", e);
        }
    }

    /** The same as {@code listener}, and all this. */
    Watching.Listener with(Watching.Listener listener) {
        return (moment, happenings) -> {
            listener.seen(moment, happenings);
            metrics.ifPresent(server -> server.tell(moment));
            followUp(moment, happenings);
        };
    }

    private void followUp(Moment moment, List<Happening> happenings) throws IOException {
        isToBeAsked |= !happenings.isEmpty();
        if (isToBeAsked && nanos.getAsLong() - asked > BETWEEN_QUESTIONS.toNanos()) {
            try {
                ask();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(moment.capture().name() + ": interrupted", e);
            }
        }
    }

    private void ask() throws IOException, InterruptedException {
        if (machine.isPresent()) {
            List<ContextFile> words = new ArrayList<>(given);
            words.add(machine.get().words());
            live.take(words);
            asked = nanos.getAsLong();
            isToBeAsked = false;
        }
    }

    @Override
    public void close() {
        metrics.ifPresent(MetricsServer::close);
    }
}
