/** What OpenWrt's own configuration and mwan3 state; its other outputs are those of Linux. */
@NullMarked
package io.github.espial.context.openwrt;

import org.jspecify.annotations.NullMarked;
