package io.github.espial.esp;

/** What came of opening a packet. */
public sealed interface Opening permits Opened, Refusal {}
