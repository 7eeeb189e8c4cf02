package io.github.espial.observe;

/** A partial result: {@link #merge} is associative, and a fresh one is its identity. */
interface Mergeable<T> {
    /** Takes in what {@code next}, from the frames after these, holds; {@code next} is left as is. */
    void merge(T next);
}
