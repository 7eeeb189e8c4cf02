/**
 * Espial finds IPsec packets that left for the wrong next hop, proves it from a capture, and says which routes mend it.
 *
 * <p>One word per idea, the same in code, messages and reports: a <b>frame</b> is link layer, a <b>packet</b> is IP; an
 * <b>octet</b> is eight bits of wire data; <b>outer</b> and <b>inner</b> tell the two IP headers of an encapsulation
 * apart; a <b>next hop</b> is the station that a sender hands a packet to; a <b>claim</b> is a statement seen on the
 * wire that an address is at a MAC; a <b>peer</b> is the far end of an IPsec SA; a <b>point</b> is a place where frames
 * were captured (one interface of one capture); the <b>first hop</b> of a packet is the link between its own sender and
 * the next hop which that sender chose.
 */
@NullMarked
package io.github.espial;

import org.jspecify.annotations.NullMarked;
