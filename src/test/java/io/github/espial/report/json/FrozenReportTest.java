package io.github.espial.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.capture.KeptFrames;
import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Diagnosis;
import io.github.espial.diagnose.check.Checks;
import io.github.espial.dissect.UdpPairs;
import io.github.espial.infer.Statements;
import io.github.espial.observe.tally.FactsInFull;
import io.github.espial.observe.tally.Observations;
import io.github.espial.observe.tally.Observer;
import io.github.espial.read.ReadCapture;
import io.github.espial.scan.CaseScan;
import io.github.espial.store.CaptureSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A report stays as it was made, whatever becomes of the observations it was made of. */
class FrozenReportTest {
    private static final String OURS = "io.github.espial.";

    static List<Path> captures() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("testdata"))) {
            return files.filter(file -> file.getFileName().toString().matches(".*\\.pcap(ng)?"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void staysTheSameWhenMoreIsMerged(Path file) throws IOException {
        KeptFrames capture = ReadCapture.kept(CaptureSource.file(file));
        long frames = capture.summary().frames();
        Observations seen = observed(capture, 0, frames / 3);
        CaseReport report = Diagnosis.of(new CaseScan(seen, List.of(capture.summary())), Statements.NONE, Checks.all());
        String json = json(report);
        FactsInFull facts = FactsInFull.of(seen);

        seen.merge(observed(capture, frames / 3, frames));

        assertThat(json(report)).isEqualTo(json);
        assertThat(facts).isEqualTo(FactsInFull.of(observed(capture, 0, frames / 3)));
        assertThat(FactsInFull.of(seen)).isEqualTo(FactsInFull.of(observed(capture, 0, frames)));
    }

    private static Observations observed(KeptFrames capture, long after, long last) {
        Observer observer = new Observer(0, new UdpPairs());
        capture.replay(after, last, observer);
        return observer.observations(last - after);
    }

    private static String json(CaseReport report) throws IOException {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        new JsonReport("test").write(report, json);
        return json.toString(StandardCharsets.UTF_8);
    }

    /** No type that a report holds, at whatever depth, takes in others of its kind. */
    @Test
    void holdsNothingThatMerges() {
        Set<Class<?>> held = new HashSet<>();
        addHeld(CaseReport.class, held);

        assertThat(held).extracting(Class::getSimpleName).contains("Series", "Gaps", "Span", "OuterPath");
        assertThat(held.stream()
                        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName))
                .doesNotContain("merge", "join", "addAll");
    }

    private static void addHeld(Type type, Set<Class<?>> held) {
        if (type instanceof ParameterizedType generic) {
            addHeld(generic.getRawType(), held);
            Stream.of(generic.getActualTypeArguments()).forEach(argument -> addHeld(argument, held));
        } else if (type instanceof WildcardType wildcard) {
            Stream.of(wildcard.getUpperBounds()).forEach(bound -> addHeld(bound, held));
        } else if (type instanceof GenericArrayType array) {
            addHeld(array.getGenericComponentType(), held);
        } else if (type instanceof Class<?> one && one.getName().startsWith(OURS) && held.add(one)) {
            fields(one).forEach(field -> addHeld(field.getGenericType(), held));
            if (one.isSealed()) {
                Stream.of(one.getPermittedSubclasses()).forEach(permitted -> addHeld(permitted, held));
            }
        }
    }

    private static List<Field> fields(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                fields.add(field);
            }
        }
        return fields;
    }
}
