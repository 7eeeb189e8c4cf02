package io.github.espial.bench;

import io.github.espial.context.Secret;
import io.github.espial.esp.Encryption;
import io.github.espial.esp.Opener;
import io.github.espial.esp.OpeningMode;
import io.github.espial.esp.Protection;
import io.github.espial.esp.Transform;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Nanoseconds that it takes to open one packet under AES-256-GCM; {@code openssl speed -evp aes-256-gcm -bytes 1024} tells
 * what the machine can do.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class OpenerBenchmark {
    private static final int COUNT = 1_000;
    private static final int ESP_HEADER = 8;

    /** Octets of the IP packet inside. */
    @Param({"64", "1024"})
    private int inner;

    private ByteBuffer packets = ByteBuffer.allocate(0);
    private int length;
    private Opener opener = Opener.of(
            Protection.of(Transform.combined(Encryption.AES_GCM, 16), Secret.NONE, Secret.NONE), OpeningMode.TUNNEL);

    @Setup
    public void prepare() {
        Sealer sealer = new Sealer(1);
        length = ESP_HEADER + Sealer.sealedLength(inner);
        packets = ByteBuffer.allocateDirect(COUNT * length);
        byte[] packet = new byte[length];
        for (int number = 1; number <= COUNT; number++) {
            ByteBuffer.wrap(packet).putInt(0xc0ffee01).putInt(number);
            sealer.seal(packet, 0, number, inner);
            packets.put(packet);
        }
        Secret key = Secret.of(HexFormat.of().parseHex(sealer.key()));
        opener = Opener.of(
                Protection.of(Transform.combined(Encryption.AES_GCM, 16), key, Secret.NONE), OpeningMode.TUNNEL);
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void open(Blackhole blackhole) {
        for (int packet = 0; packet < COUNT; packet++) {
            blackhole.consume(opener.open(packets, packet * length, length));
        }
    }
}
