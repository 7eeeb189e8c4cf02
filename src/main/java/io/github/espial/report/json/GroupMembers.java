package io.github.espial.report.json;

import io.github.espial.diagnose.FindingGroup;
import java.io.IOException;
import java.util.List;

/** The member {@code groups}: every finding is in one. */
final class GroupMembers {
    private GroupMembers() {}

    static void write(JsonOutput json, List<FindingGroup> groups) throws IOException {
        json.objects("groups", groups, group -> group(json, group));
    }

    private static void group(JsonOutput json, FindingGroup group) throws IOException {
        json.text("cause", group.cause());
        json.text("severity", group.severity().toString());
        json.numbers("findings", group.places().stream().map(Integer::longValue).toList());
        json.texts("peers", group.peers());
        json.station("actualNextHop", group.actualNextHop());
        json.station("expectedNextHop", group.expectedNextHop());
        json.objects("fixes", group.fixes(), fix -> FindingMembers.fix(json, fix));
    }
}
