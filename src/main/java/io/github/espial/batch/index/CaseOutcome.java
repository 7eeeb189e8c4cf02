package io.github.espial.batch.index;

/** What came of a case. */
public sealed interface CaseOutcome permits Diagnosed, Failed {}
