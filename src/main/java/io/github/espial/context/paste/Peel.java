package io.github.espial.context.paste;

import io.github.espial.context.LineSource;

/** Takes one thing off that pasting put around lines. Holds no state: what it makes of lines does. */
@FunctionalInterface
public interface Peel {
    /** Leaves all as it is. */
    Peel NONE = lines -> lines;

    LineSource over(LineSource lines);

    /** Takes off what this does, then what {@code inner} does. */
    default Peel then(Peel inner) {
        return lines -> inner.over(over(lines));
    }
}
