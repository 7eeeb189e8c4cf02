package io.github.espial.report.text;

import io.github.espial.net.IpAddress;
import io.github.espial.predict.Prediction;
import io.github.espial.predict.Predictions;
import io.github.espial.routing.LookupModel;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the machine's own table says of each inner network, a line each, and when the machine looks routes up. */
final class LookupTable {
    /** Lines at the most; JSON has every network. */
    private static final int MOST = 20;

    private static final int INDENT = 2;
    private static final List<String> HEADER =
            List.of("inner network > peer", "before IPsec", "after IPsec", "captured ESP went to");

    private LookupTable() {}

    static void write(TextPage page, Predictions predictions) {
        if (predictions.all().isEmpty()) {
            return;
        }
        List<List<String>> rows = Stream.concat(
                        Stream.of(HEADER),
                        predictions.all().stream().limit(MOST).map(LookupTable::row))
                .toList();
        page.blank();
        page.line(0, Tone.HEADING, "Next hops by the machine's own table, looked up");
        rows.forEach(row -> page.line(INDENT, aligned(row, rows)));
        if (predictions.all().size() > MOST) {
            page.line(INDENT, "and " + (predictions.all().size() - MOST) + " more; the JSON report has all");
        }
        page.paragraph(INDENT, model(predictions));
    }

    private static String model(Predictions predictions) {
        if (predictions.isContradicted()) {
            return "Neither explains where the captured ESP went";
        }
        return predictions
                .model()
                .map(model -> (predictions.isObserved() ? "As the captured ESP shows" : "As is usual on this platform")
                        + ", routes are looked up " + model)
                .orElse("Nothing tells which of the two holds");
    }

    private static List<String> row(Prediction prediction) {
        return List.of(
                prediction.network() + " > " + prediction.peer(),
                shown(prediction.nextHop(LookupModel.BEFORE_IPSEC)),
                shown(prediction.nextHop(LookupModel.AFTER_IPSEC)),
                prediction.isTried()
                        ? prediction.observed().stream().map(Object::toString).collect(Collectors.joining(", "))
                        : "-");
    }

    private static String shown(Optional<IpAddress> nextHop) {
        return nextHop.map(IpAddress::toString).orElse("nowhere");
    }

    private static String aligned(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            int at = column;
            int width =
                    rows.stream().mapToInt(each -> each.get(at).length()).max().orElse(0);
            boolean isLast = column == row.size() - 1;
            line.append(row.get(column))
                    .append(isLast ? "" : " ".repeat(width + 2 - row.get(column).length()));
        }
        return line.toString();
    }
}
