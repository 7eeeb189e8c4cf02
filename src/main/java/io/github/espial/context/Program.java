package io.github.espial.context;

/** What printed an output, where that tells more of the machine than what is in it. */
public enum Program {
    /** Until Windows Vista it numbered interfaces in hexadecimal. */
    ROUTE_PRINT,
    /** {@code netsh interface ipv4} and {@code ipv6}, since Windows Vista. */
    NETSH_INTERFACE,
    /** {@code Get-Net...}, since Windows 8 and Server 2012. */
    POWERSHELL,
    /** OpenWrt's configuration, and what is made of it. */
    UCI,
    OTHER
}
