package io.github.espial.diagnose;

import io.github.espial.predict.Prediction;
import io.github.espial.routing.LookupModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the words of machines alone let expect, where captures decide nothing.
 *
 * @param verdict misrouted, healthy or undetermined
 * @param sentence why, without trailing period
 * @param confidence probability that it is so; empty for undetermined
 * @param model when the machine looks routes up, on which it rests; empty where nothing tells
 * @param networks what is looked up
 * @param remarks what else the words tell, one sentence each
 */
public record Predicted(
        Verdict verdict,
        String sentence,
        OptionalDouble confidence,
        Optional<LookupModel> model,
        List<Prediction> networks,
        List<String> remarks) {
    public Predicted {
        networks = List.copyOf(networks);
        remarks = List.copyOf(remarks);
    }
}
