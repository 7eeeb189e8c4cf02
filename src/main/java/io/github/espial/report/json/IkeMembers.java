package io.github.espial.report.json;

import io.github.espial.ike.ChildSa;
import io.github.espial.ike.Exchange;
import io.github.espial.ike.IkeRole;
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
        json.text("initiator", sa.initiator().address().toString());
        json.text("responder", sa.responder().address().toString());
        json.text("initiatorSpi", IkeSa.spi(sa.initiator().spi()));
        if (sa.responder().spi() != 0) {
            json.text("responderSpi", IkeSa.spi(sa.responder().spi()));
        }
        json.text("access", sa.dialogue().access().toString());
        json.texts("algorithms", sa.algorithms());
        if (sa.nat().isChecked()) {
            json.texts("natAt", natAt(sa));
        }
        json.objects("exchanges", sa.dialogue().exchanges(), exchange -> exchange(json, exchange));
        json.objects("vendorIds", sa.vendors(), vendor -> vendor(json, vendor));
        json.objects("notifies", sa.dialogue().notices(), notice -> notice(json, notice));
        json.objects("children", sa.children(), child -> child(json, child));
        json.number("incompleteMessages", sa.dialogue().incomplete());
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
        json.text("name", exchange.kind().toString());
        json.number("messageId", exchange.messageId());
        json.text("beganBy", exchange.beganBy() == IkeRole.INITIATOR ? "initiator" : "responder");
        json.number("messages", exchange.course().messages());
        json.number("retransmissions", exchange.course().retransmissions());
        json.flag("answered", exchange.course().isAnswered());
        if (exchange.firstNanos() != Long.MIN_VALUE) {
            json.times(exchange.firstNanos(), exchange.lastNanos());
        }
    }

    private static void vendor(JsonOutput json, Vendor vendor) throws IOException {
        json.text("sender", vendor.sender().toString());
        json.text("name", vendor.name());
        json.text("platform", vendor.product().map(Vendor.Product::name));
    }

    private static void notice(JsonOutput json, Notice notice) throws IOException {
        json.text("sender", notice.sender().toString());
        json.text("name", notice.name());
        json.number("type", notice.type());
        json.flag("error", notice.isError());
        json.flag("encrypted", notice.isEncrypted());
        json.text("exchange", notice.exchange().toString());
        json.number("capture", notice.seen().reference().capture());
        json.number("frame", notice.seen().reference().number());
    }

    private static void child(JsonOutput json, ChildSa child) throws IOException {
        json.text("protocol", child.terms().isEsp() ? "esp" : "ah");
        json.text("initiator", child.initiator().address().toString());
        json.text("responder", child.responder().address().toString());
        json.text("initiatorSpi", child.initiator().spi().toString());
        json.text("responderSpi", child.responder().spi().toString());
        json.text("mode", child.terms().mode().toString().toLowerCase(Locale.ROOT));
        json.texts("algorithms", child.terms().algorithms());
        json.flag("extendedSequenceNumbers", child.terms().extendedSequenceNumbers());
        json.texts("initiatorSelectors", child.initiator().selectors());
        json.texts("responderSelectors", child.responder().selectors());
        json.text("rekeys", child.rekeys());
        json.flag("keysDerived", child.keying() == ChildSa.Keying.DERIVED);
    }
}
