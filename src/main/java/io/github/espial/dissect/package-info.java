/**
 * Walks one frame from its link layer to the IPsec, IKE or L2TP header and says what it is; keeps nothing.
 *
 * <p><b>Tunnels.</b> A packet may carry another in the clear. Each tunnel that is looked into is a step that {@code
 * Tunnels} lists, by IP protocol or UDP port, and up to {@link io.github.espial.dissect.Dissector#GREATEST_DEPTH} of them
 * are followed. Which of the packets the answers are about:
 *
 * <ul>
 *   <li>A tunnel that carries <i>frames</i> (ERSPAN, GRE with Ethernet, VXLAN, GENEVE, IEEE 802.1ah) was a mirror or a
 *       bridge: the answers are about the frame within, whatever it holds. Its MACs are those between which the packet went;
 *       those outside are of the mirror's or the bridge's ends. Which way the capture says that the outer frame went says
 *       nothing of the inner one.
 *   <li>A tunnel that carries <i>packets</i> (GRE with IP, IP in IP, 6in4, MPLS in UDP) is a link without MACs. Where the
 *       packet within is IPsec, IKE or L2TP, the answers are about that packet, by the addresses of its own IP header, and
 *       it has no MACs: the next hop that its sender chose was the tunnel, and where the tunnel's packets go says nothing of
 *       it. Any other packet within belongs to whom the tunnel serves, and the answers are about the packet outside.
 * </ul>
 *
 * The captured frame's own packet is a plain packet between the tunnel's ends in either case, see {@link
 * io.github.espial.dissect.Dissector#turnToCarrier()}: its frame went to a next hop too.
 *
 * <p>What ESP encrypted is read by {@link io.github.espial.dissect.InnerPacket}, through the same tunnels.
 */
@NullMarked
package io.github.espial.dissect;

import org.jspecify.annotations.NullMarked;
