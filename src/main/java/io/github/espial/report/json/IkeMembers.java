package io.github.espial.report.json;

import io.github.espial.ike.ChildSa;
import io.github.espial.ike.Exchange;
import io.github.espial.ike.IkeSa;
import io.github.espial.ike.Notice;
import io.github.espial.ike.Vendor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The member {@code ikeSas}. */
final class IkeMembers {
    private IkeMembers() {}

    static void write(JsonOutput json, List<IkeSa> sas) throws IOException {
        json.objects("ikeSas", sas, sa -> sa(json, sa));
    }

    private static void sa(JsonOutput json, IkeSa sa) throws IOException {
        json.number("version", sa.version());
        json.text("initiator", sa.initiator().toString());
        json.text("responder", sa.responder().toString());
        json.text("initiatorSpi", IkeSa.spi(sa.initiatorSpi()));
        if (sa.responderSpi() != 0) {
            json.text("responderSpi", IkeSa.spi(sa.responderSpi()));
        }
        json.text("access", sa.access().toString());
        json.texts("algorithms", sa.algorithms());
        if (sa.nat().isChecked()) {
            json.texts("natAt", natAt(sa));
        }
        json.objects("exchanges", sa.exchanges(), exchange -> exchange(json, exchange));
        json.objects("vendorIds", sa.vendors(), vendor -> vendor(json, vendor));
        json.objects("notifies", sa.notices(), notice -> notice(json, notice));
        json.objects("children", sa.children(), child -> child(json, child));
        json.number("incompleteMessages", sa.incomplete());
    }

    private static List<String> natAt(IkeSa sa) {
        List<String> ends = new ArrayList<>();
        if (sa.nat().initiator()) {
            ends.add("initiator");
        }
        if (sa.nat().responder()) {
            ends.add("responder");
        }
        return ends;
    }

    private static void exchange(JsonOutput json, Exchange exchange) throws IOException {
        json.text("name", exchange.name());
        json.number("messageId", exchange.messageId());
        json.text("beganBy", exchange.byInitiator() ? "initiator" : "responder");
        json.number("messages", exchange.messages());
        json.number("retransmissions", exchange.retransmissions());
        json.flag("answered", exchange.isAnswered());
        if (exchange.firstNanos() != Long.MIN_VALUE) {
            json.times(exchange.firstNanos(), exchange.lastNanos());
        }
    }

    private static void vendor(JsonOutput json, Vendor vendor) throws IOException {
        json.text("sender", vendor.sender().toString());
        json.text("name", vendor.name());
        json.text("platform", vendor.platform());
    }

    private static void notice(JsonOutput json, Notice notice) throws IOException {
        json.text("sender", notice.sender().toString());
        json.text("name", notice.name());
        json.number("type", notice.type());
        json.flag("error", notice.isError());
        json.flag("encrypted", notice.isEncrypted());
        json.text("exchange", notice.exchange());
        json.number("capture", notice.frame().capture());
        json.number("frame", notice.frame().number());
    }

    private static void child(JsonOutput json, ChildSa child) throws IOException {
        json.text("protocol", child.isEsp() ? "esp" : "ah");
        json.text("initiator", child.initiator().toString());
        json.text("responder", child.responder().toString());
        json.text("initiatorSpi", child.initiatorSpi().toString());
        json.text("responderSpi", child.responderSpi().toString());
        json.text("mode", child.mode().toString().toLowerCase(Locale.ROOT));
        json.texts("algorithms", child.algorithms());
        json.flag("extendedSequenceNumbers", child.extendedSequenceNumbers());
        json.texts("initiatorSelectors", child.initiatorSelectors());
        json.texts("responderSelectors", child.responderSelectors());
        json.text("rekeys", child.rekeys());
        json.flag("keysDerived", child.keying() == ChildSa.Keying.DERIVED);
    }
}
