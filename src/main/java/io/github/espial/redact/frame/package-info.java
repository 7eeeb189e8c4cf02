/**
 * Rewrites frames so that they prove the same of other addresses. Each begins as zeros, and what is understood is written to
 * it: headers as they are, addresses and MACs as their replacements, secrets and names as octets that stand for them. What
 * is not understood, or cut off, stays zero; so does what clear packets carry. No length changes.
 */
@NullMarked
package io.github.espial.redact.frame;

import org.jspecify.annotations.NullMarked;
