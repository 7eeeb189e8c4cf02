package io.github.espial.context.firewall;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.context.ContextProblem;
import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.InWords;
import io.github.espial.context.file.Reading;
import org.junit.jupiter.api.Test;

/** What OPNsense and pfSense show, as copied from a browser, and their configuration. */
class FirewallPagesTest {
    @Test
    void readsTheRoutesOfBoth() {
        ContextFile file = Reading.of("""
                Diagnostics / Routes
                IPv4 Routes
                Destination	Gateway	Flags	Uses	MTU	Interface	Expire
                default	192.0.2.1	UGS	5	1500	igb0	\s
                10.20.0.0/16	192.0.2.254	UGS	7	1500	igb0	\s
                192.0.2.0/24	link#1	U	1	1500	igb0	\s
                IPv6 Routes
                Destination	Gateway	Flags	Uses	MTU	Interface	Expire
                default	fe80::1%igb0	UGS	3	1500	igb0	\s

                Proto	Ziel	Gateway	Flags	Nhop#	MTU	Netif	Netif (Name)	Ablauf
                ipv4	default	192.0.2.1	UGS	7	1500	vtnet0	WAN	\s
                ipv4	10.30.0.0/16	192.0.2.254	UGS	9	1500	vtnet0	WAN	\s
                ipv6	default	fe80::1%vtnet0	UGS	5	1500	vtnet0	WAN	\s
                ipv6	fe80::%vtnet0/64	link#1	U	1	1500	vtnet0	WAN	\s
                """);
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 dev igb0",
                        "10.20.0.0/16 via 192.0.2.254 dev igb0",
                        "192.0.2.0/24 dev igb0",
                        "::/0 via fe80::1 dev igb0",
                        "0.0.0.0/0 via 192.0.2.1 dev vtnet0",
                        "10.30.0.0/16 via 192.0.2.254 dev vtnet0",
                        "::/0 via fe80::1 dev vtnet0",
                        "fe80::/64 dev vtnet0");
        assertThat(file.outputs()).extracting(ContextFile.Output::platform).containsOnly(Platform.BSD);
    }

    @Test
    void readsTheArpTablesOfBoth() {
        ContextFile file = Reading.of("""
                IP	MAC	Manufacturer	Interface	Interface name	Hostname
                192.0.2.1	00:1b:21:aa:00:01	Intel Corporate	igb0	WAN	\s
                192.0.2.254	00:1b:21:bb:00:fe		igb0	WAN	partner-router

                Interface	IP Address	MAC Address	Hostname	Status	Link Type	Actions
                LAN	10.1.0.50	00:0c:29:5e:10:50	pc	Expires in 1190 seconds	ethernet	\s
                LAN	10.1.0.51	(incomplete)		Expired	ethernet	\s

                Interface  IP Address  MAC Address  Hostname
                WAN  192.0.2.2  00:1b:21:cc:00:02  router two
                """);
        assertThat(InWords.neighbors(file))
                .containsExactly(
                        "192.0.2.1 00:1b:21:aa:00:01 igb0",
                        "192.0.2.254 00:1b:21:bb:00:fe igb0",
                        "10.1.0.50 00:0c:29:5e:10:50 LAN",
                        "10.1.0.51 - LAN",
                        "192.0.2.2 00:1b:21:cc:00:02 -");
    }

    @Test
    void readsPoliciesThatShowTheirDirection() {
        ContextFile file = Reading.of("""
                Source	Destination	Direction	Protocol	Tunnel endpoints
                10.20.0.0/16	10.1.0.0/16	◄ Inbound	ESP	198.51.100.20 -> 192.0.2.10
                10.1.0.0/16	10.20.0.0/16	► Outbound	ESP	192.0.2.10 -> 198.51.100.20
                """);
        assertThat(InWords.policies(file))
                .containsExactly(
                        "IN 10.20.0.0/16 10.1.0.0/16 198.51.100.20>192.0.2.10 TUNNEL",
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL");
    }

    @Test
    void saysWhereADirectionIsMissing() {
        ContextFile file = Reading.of("""
                Dir	Source	Destination	Tunnel endpoints	Ikeid	Reqid	Protocol	Commands
                	10.1.0.0/16	10.20.0.0/16	192.0.2.10->198.51.100.20	1	1	esp	\s
                	10.20.0.0/16	10.1.0.0/16	198.51.100.20->192.0.2.10	1	1	esp	\s
                """);
        assertThat(file.entries().policies()).isEmpty();
        assertThat(file.problems())
                .singleElement()
                .extracting(ContextProblem::text)
                .asString()
                .contains("setkey -DP");
    }

    @Test
    void readsTheDefaultGateways() {
        ContextFile file = Reading.of("""
                Name	Gateway	Monitor	RTT	RTTsd	Loss	Status	Description
                WAN_GW (default)	192.0.2.1	192.0.2.1	0.5ms	0.1ms	0.0%	Online	Interface wan
                PARTNER_GW	192.0.2.254	192.0.2.254	0.9ms	0.2ms	0.0%	Online	the line to the partner
                """);
        assertThat(InWords.interfaces(file)).containsExactly("WAN_GW by 192.0.2.1");
    }

    @Test
    void asksForTextInPlaceOfHtml() {
        ContextFile file = Reading.of("""
                <!DOCTYPE html>
                <html lang="en">
                <head><title>fw.example - Diagnostics: Routes - pfSense</title></head>
                <body><table><tr><td>default</td><td>192.0.2.1</td></tr></table></body>
                </html>
                """);
        assertThat(file.entries().routes()).isEmpty();
        assertThat(file.problems().get(0).text()).contains("netstat -rn");
    }

    private static final String CONFIGURATION = """
            <?xml version="1.0"?>
            <pfsense>
            	<version>22.9</version>
            	<staticroutes>
            		<route>
            			<network>10.20.0.0/16</network>
            			<gateway>PARTNER_GW</gateway>
            			<descr><![CDATA[the partner & co]]></descr>
            		</route>
            		<route>
            			<network>10.30.0.0/16</network>
            			<gateway>WAN_DHCP</gateway>
            		</route>
            		<route>
            			<network>10.40.0.0/16</network>
            			<gateway>PARTNER_GW</gateway>
            			<disabled></disabled>
            		</route>
            		<route>
            			<network>10.50.0.0/16</network>
            			<gateway>Null4</gateway>
            		</route>
            	</staticroutes>
            	<ipsec>
            		<phase1>
            			<ikeid>1</ikeid>
            			<interface>wan</interface>
            			<remote-gateway>198.51.100.20</remote-gateway>
            			<pre-shared-key>not shown</pre-shared-key>
            		</phase1>
            		<phase2>
            			<ikeid>1</ikeid>
            			<mode>tunnel</mode>
            			<localid>
            				<type>network</type>
            				<address>10.1.0.0</address>
            				<netbits>16</netbits>
            			</localid>
            			<remoteid>
            				<type>network</type>
            				<address>10.20.0.0</address>
            				<netbits>16</netbits>
            			</remoteid>
            		</phase2>
            		<phase2>
            			<ikeid>1</ikeid>
            			<mode>tunnel</mode>
            			<localid>
            				<type>lan</type>
            			</localid>
            			<remoteid>
            				<type>network</type>
            				<address>10.30.0.0</address>
            				<netbits>16</netbits>
            			</remoteid>
            		</phase2>
            	</ipsec>
            	<gateways>
            		<gateway_item>
            			<interface>wan</interface>
            			<gateway>192.0.2.1</gateway>
            			<name>WAN_GW</name>
            		</gateway_item>
            		<gateway_item>
            			<interface>wan</interface>
            			<gateway>192.0.2.254</gateway>
            			<name>PARTNER_GW</name>
            		</gateway_item>
            		<defaultgw4>WAN_GW</defaultgw4>
            		<defaultgw6></defaultgw6>
            	</gateways>
            </pfsense>
            """;

    @Test
    void readsTheConfigurationOfPfSense() {
        ContextFile file = Reading.of(CONFIGURATION);
        assertThat(file.unrecognised()).isEmpty();
        assertThat(InWords.routes(file))
                .containsExactly(
                        "0.0.0.0/0 via 192.0.2.1 PERSISTENT",
                        "10.20.0.0/16 via 192.0.2.254 PERSISTENT",
                        "10.50.0.0/16 discarded PERSISTENT");
        assertThat(InWords.policies(file)).containsExactly("OUT 10.1.0.0/16 10.20.0.0/16 ->198.51.100.20 TUNNEL");
        assertThat(file.problems())
                .extracting(ContextProblem::text)
                .containsExactly(
                        "a static route by gateway WAN_DHCP, whose address is not stated",
                        "the local network of a phase 2 is named by its interface, and not known");
        assertThat(file.toString()).doesNotContain("not shown");
    }

    @Test
    void readsPartsOfTheConfigurationOfOpnsense() {
        ContextFile file = Reading.of("""
                grep of /conf/config.xml:
                      <Gateways version="1.0.0">
                        <gateway_item uuid="00000000-0000-0000-0000-000000000001">
                          <disabled>0</disabled>
                          <name>PARTNER_GW</name>
                          <gateway>192.0.2.254</gateway>
                        </gateway_item>
                      </Gateways>
                  <staticroutes version="1.0.0">
                    <route uuid="00000000-0000-0000-0000-000000000002">
                      <network>10.20.0.0/16</network>
                      <gateway>PARTNER_GW</gateway>
                      <disabled>0</disabled>
                    </route>
                  </staticroutes>
                      <Swanctl version="1.0.0">
                        <Connections>
                          <Connection uuid="00000000-0000-0000-0000-000000000003">
                            <enabled>1</enabled>
                            <local_addrs>192.0.2.10</local_addrs>
                            <remote_addrs>198.51.100.20</remote_addrs>
                          </Connection>
                        </Connections>
                        <children>
                          <child uuid="00000000-0000-0000-0000-000000000004">
                            <enabled>1</enabled>
                            <connection>00000000-0000-0000-0000-000000000003</connection>
                            <mode>tunnel</mode>
                            <local_ts>10.1.0.0/16</local_ts>
                            <remote_ts>10.20.0.0/16,10.30.0.0/16</remote_ts>
                          </child>
                        </children>
                      </Swanctl>
                """);
        assertThat(InWords.routes(file)).containsExactly("10.20.0.0/16 via 192.0.2.254 PERSISTENT");
        assertThat(InWords.policies(file))
                .containsExactly(
                        "OUT 10.1.0.0/16 10.20.0.0/16 192.0.2.10>198.51.100.20 TUNNEL",
                        "OUT 10.1.0.0/16 10.30.0.0/16 192.0.2.10>198.51.100.20 TUNNEL");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void passesOverWhatIsNoXml() {
        String bomb = CONFIGURATION
                .replace("<pfsense>", """
                        <!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                        <pfsense>""")
                .replace("<descr><![CDATA[the partner & co]]></descr>", "<descr>&b;&b;</descr>");
        assertThat(InWords.routes(Reading.of(bomb))).doesNotContain("10.20.0.0/16 via 192.0.2.254 PERSISTENT");
        String within =
                CONFIGURATION.replace("<mode>tunnel</mode>", "<!DOCTYPE a [<!ENTITY a SYSTEM \"file:///\">]>&a;");
        assertThat(Reading.of(within).entries().policies()).isEmpty();
        String cut = CONFIGURATION.substring(0, CONFIGURATION.indexOf("</remoteid>"));
        assertThat(Reading.of(cut).problems())
                .extracting(ContextProblem::text)
                .contains("the element phase2 does not end");
    }
}
