package io.github.espial.scan;

import io.github.espial.capture.CaptureSummary;
import io.github.espial.observe.Observations;

/**
 * One capture of a case, read from end to end.
 *
 * @param place its place in the case, from 0
 * @param observations its facts, and those of no other
 * @param summary what the file is
 */
public record CaptureScan(int place, Observations observations, CaptureSummary summary) {}
