package io.github.espial.batch.ticket;

import io.github.espial.cases.CaseFiles;

/**
 * All that belongs to a case.
 *
 * @param files its captures, each once and those of one stream in the order of time, and its other files
 * @param ticket what people say of it
 * @param octets of its captures as stored
 */
public record ReceivedCase(CaseFiles files, Ticket ticket, long octets) {}
