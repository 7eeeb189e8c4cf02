package io.github.espial.correlate;

import io.github.espial.correlate.inner.OuterSa;
import io.github.espial.esp.OpeningMode;

/**
 * An SA whose packets were opened.
 *
 * @param mode {@link OpeningMode#UNKNOWN} where neither its key nor a packet told
 * @param cipher how it protects its packets, such as {@code AES-GCM-16}
 */
public record OpenedSa(OuterSa sa, OpeningMode mode, String cipher) {}
