package io.github.espial.live.device;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Captures on one interface until it is closed; where the interface vanishes, waits until it is back. */
final class DeviceThread {
    private static final Duration BETWEEN_STATISTICS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final int id;
    private final DeviceSettings settings;
    private final DeviceCapture capture;
    private final Consumer<String> notices;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Device device;

    /** Frames lost before the interface was opened anew. */
    private long lostBefore;

    private long lost;
    private long counted;

    DeviceThread(Device device, int id, DeviceSettings settings, DeviceCapture capture, Consumer<String> notices) {
        this.name = device.name();
        this.device = device;
        this.id = id;
        this.settings = settings;
        this.capture = capture;
        this.notices = notices;
        this.thread = new Thread(this::run, "capture " + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has it end; the device is closed by the thread that uses it, if that was started. */
    void close() {
        closed.countDown();
        if (thread.getState() == Thread.State.NEW) {
            device.close();
        } else {
            device.stop();
        }
    }

    private void run() {
        try {
            while (!isClosed()) {
                take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            device.close();
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void take() throws InterruptedException {
        try {
            device.take(this::frame);
            if (System.nanoTime() - counted > BETWEEN_STATISTICS.toNanos()) {
                counted = System.nanoTime();
                count();
            }
        } catch (IOException e) {
            if (!isClosed()) {
                notices.accept(e.getMessage() + "; watching goes on when it is back");
                reopen();
            }
        }
    }

    private void frame(long nanos, long originalLength, byte[] octets) {
        try {
            capture.frame(id, nanos, originalLength, octets);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            device.stop();
        }
    }

    private void count() throws IOException, InterruptedException {
        long now = lostBefore + device.lost();
        if (now != lost) {
            lost = now;
            capture.lost(id, System.currentTimeMillis() * NANOS_PER_MILLI, lost);
        }
    }

    private void reopen() throws InterruptedException {
        lostBefore = lost;
        device.close();
        while (!closed.await(BETWEEN_ATTEMPTS.toNanos(), TimeUnit.NANOSECONDS)) {
            try {
                device = Device.open(name, settings);
                notices.accept(name + ": is back");
                return;
            } catch (IOException e) {
                // Not back yet, and the user knows that it is gone.
            }
        }
    }
}
