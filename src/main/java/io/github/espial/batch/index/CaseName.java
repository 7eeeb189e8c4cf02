package io.github.espial.batch.index;

import io.github.espial.batch.ticket.CasePlace;
import io.github.espial.batch.ticket.Ticket;
import io.github.espial.report.Printable;

/**
 * What a case is called; whatever is not known is empty.
 *
 * @param id names the folder of its reports
 * @param ticket its number
 * @param title what it is about
 * @param customer whose it is
 * @param notes whatever else people wrote
 */
public record CaseName(String id, String ticket, String title, String customer, String notes) {
    /** The name of a case whose ticket was read. */
    public static CaseName of(CasePlace place, Ticket ticket) {
        return new CaseName(
                place.id(),
                Printable.of(ticket.id()),
                Printable.of(ticket.title()),
                Printable.of(ticket.customer().orElse("")),
                Printable.of(ticket.notes().orElse("").replaceAll("\\s+", " ")));
    }

    /** The ticket's number before its title, so that a reader finds it. */
    public String called() {
        if (ticket.isEmpty()) {
            return id;
        }
        return title.isEmpty() || title.equals(ticket) ? ticket : ticket + " " + title;
    }

    /** The name of a case of which nothing could be read. */
    public static CaseName of(CasePlace place) {
        return new CaseName(place.id(), place.name(), place.name(), "", "");
    }
}
