package io.github.espial.diagnose;

import io.github.espial.context.NeighborEntry;
import io.github.espial.context.file.ContextFile;
import io.github.espial.net.MacAddress;
import io.github.espial.observe.Claim;
import io.github.espial.predict.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where words of the machine and captured frames contradict each other. */
final class ContextRemarks {
    /** Neighbors that are told one by one. */
    private static final int MOST = 5;

    private ContextRemarks() {}

    /** What is to be said of {@code file}, one line each. */
    static List<String> of(ContextFile file, Case seen) {
        List<String> remarks = new ArrayList<>(seen.machine().remarks().getOrDefault(file.name(), List.of()));
        remarks.addAll(seen.machine().tunnels().remarks().getOrDefault(file.name(), List.of()));
        remarks.addAll(seen.machine().tunnels().notes().getOrDefault(file.name(), List.of()));
        file.entries().neighbors().stream()
                .flatMap(entry -> otherClaim(entry, seen).stream())
                .distinct()
                .limit(MOST)
                .forEach(remarks::add);
        Predictions predictions = seen.predictions();
        boolean hasTable =
                !file.entries().routes().isEmpty() && !seen.machine().remarks().containsKey(file.name());
        if (hasTable && predictions.isContradicted()) {
            remarks.add(
                    "does not explain where all the captured ESP went, looked up by the inner destination or by the outer one:"
                            + " it is not the table that was in force then, or rules decided that it does not show");
        }
        return remarks;
    }

    private static Optional<String> otherClaim(NeighborEntry entry, Case seen) {
        List<MacAddress> claimants = seen.conclusions().facts().claims().stream()
                .filter(claim -> claim.address().equals(entry.address()))
                .map(Claim::mac)
                .distinct()
                .toList();
        return entry.mac()
                .filter(mac -> mac.octets() != 0 && !claimants.isEmpty() && !claimants.contains(mac))
                .map(mac -> "has " + entry.address() + " at " + mac + ", but in the capture it is at "
                        + claimants.get(0) + ": of another time, or of another network");
    }
}
