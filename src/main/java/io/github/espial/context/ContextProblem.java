package io.github.espial.context;

/**
 * Something in a context file that cannot be what it is meant to be.
 *
 * @param line its number, from 1; 0 for the file as a whole
 * @param text what is wrong, one line; never a key
 */
public record ContextProblem(int line, String text) {}
