package io.github.espial.read;

import io.github.espial.capture.FrameSink;

/** Collects what is read in one piece, in a sink that is there already. */
record WholeCapture(FrameSink sink) implements FrameCollector<FrameSink> {
    @Override
    public FrameSink supply() {
        return sink;
    }

    @Override
    public FrameSink accumulator(FrameSink piece) {
        return piece;
    }

    @Override
    public void combine(FrameSink piece, long numbers) {
        // The sink has it all.
    }
}
