package io.github.espial.mcp.serve;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Requests that are not answered yet, and the threads that work on them. Thread-safe. */
final class Calls {
    /** Requests at the same time: more is no client but an attack. */
    static final int MOST = 64;

    private final Map<Object, Call> open = new HashMap<>();

    /** Why a call ends before its answer. */
    enum End {
        CANCELLED,
        TOO_LONG
    }

    private static final class Call {
        private Optional<Thread> worker = Optional.empty();
        private Optional<End> end = Optional.empty();
    }

    /** Takes a request in; false where there are too many, or one of this id is open. */
    synchronized boolean open(Object id) {
        return open.size() < MOST && open.putIfAbsent(id, new Call()) == null;
    }

    /** The current thread works on a request from now on, unless that was ended already. */
    synchronized void begin(Object id) throws InterruptedException {
        Call call = open.get(id);
        if (call == null) {
            return;
        }
        if (call.end.isPresent()) {
            throw new InterruptedException("ended before it began");
        }
        call.worker = Optional.of(Thread.currentThread());
    }

    /** The current thread works on it no more, and an interruption that came late is forgotten. */
    synchronized void leave(Object id) {
        Call call = open.get(id);
        if (call != null) {
            call.worker = Optional.empty();
        }
        Thread.interrupted();
    }

    /** Interrupts the work on a request; one that is not open is left alone, as the protocol asks. */
    synchronized void end(Object id, End why) {
        Call call = open.get(id);
        if (call != null && call.end.isEmpty()) {
            call.end = Optional.of(why);
            call.worker.ifPresent(Thread::interrupt);
        }
    }

    /** Why the work on a request was ended, where it was. */
    synchronized Optional<End> ended(Object id) {
        return Optional.ofNullable(open.get(id)).flatMap(call -> call.end);
    }

    /** A request is answered, or needs no answer any more. */
    synchronized void close(Object id) {
        open.remove(id);
        notifyAll();
    }

    /** Waits until all requests are answered. */
    synchronized void awaitAll() throws InterruptedException {
        while (!open.isEmpty()) {
            wait();
        }
    }
}
