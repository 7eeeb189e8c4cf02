/**
 * Views of protocol headers, one file per header.
 *
 * <p>A view reads a header in place. {@code wrap} points it at octets of a shared big-endian buffer and is the only
 * place where bounds are checked: when it is true, every accessor is safe and reads nothing outside of the octets given
 * to {@code wrap}, whatever they hold; when it is false, the header does not fit or contradicts itself, and nothing may
 * be read. Views allocate nothing, and none leaves the method that wrapped it: once the buffer holds the next frame, the
 * accessors read that.
 *
 * <p>{@code length} is always what the frame holds, the captured length, which may be less than what a length field
 * claims. A payload is bounded by both.
 *
 * <p>An unsigned field of 8 or 16 bits is an {@code int}, one of 32 bits a {@code long}. A MAC is the low 48 bits of a
 * {@code long}, an IPv4 address an {@code int}, an IPv6 address two {@code long}s, high half first.
 */
@NullMarked
package io.github.espial.wire;

import org.jspecify.annotations.NullMarked;
