package io.github.espial.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.espial.infer.Station;
import io.github.espial.observe.Span;
import io.github.espial.report.Decimals;
import io.github.espial.report.Times;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the members of a report are written with: absent knowledge makes no member, nothing is ever null. */
final class JsonOutput {
    private static final int CONFIDENCE_DIGITS = 4;
    private static final int WEIGHT_DIGITS = 2;
    /** What a confidence below certainty is shown as at the most, however it would round. */
    private static final String CERTAIN = "1.0";

    private static final String NEXT_TO_CERTAIN = "0.9999";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build()
            .setCharacterEscapes(new CharactersForReading());

    private final JsonGenerator json;
    private final int timestampDigits;

    /** Writes to {@code json}; times of the case have {@code timestampDigits} digits of a second's fraction. */
    JsonOutput(JsonGenerator json, int timestampDigits) {
        this.json = json;
        this.timestampDigits = timestampDigits;
    }

    /**
     * Writes one object: UTF-8, two spaces a level, a line feed at the end of each line. Leaves {@code out} open.
     *
     * @param timestampDigits digits of a second's fraction that times have
     */
    static void write(OutputStream out, int timestampDigits, Item<JsonOutput> members) throws IOException {
        // Not Jackson's own UTF-8 output: that fails on half a surrogate pair, which a file name may hold.
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(layout());
            json.writeStartObject();
            members.write(new JsonOutput(json, timestampDigits));
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    /** {@code schema} and {@code tool}. */
    void heading(String schema, String toolVersion) throws IOException {
        text("schema", schema);
        object("tool", () -> {
            text("name", "espial");
            text("version", toolVersion);
        });
    }

    void text(String name, String value) throws IOException {
        json.writeFieldName(name);
        string(value);
    }

    private void string(String value) throws IOException {
        if (BeyondBasicPlane.isHarmless(value)) {
            json.writeString(value);
        } else {
            json.writeRawValue(BeyondBasicPlane.quoted(value));
        }
    }

    /** A member with the text of {@code value}, if there is one. */
    void text(String name, Optional<?> value) throws IOException {
        if (value.isPresent()) {
            text(name, value.get().toString());
        }
    }

    void number(String name, long value) throws IOException {
        json.writeNumberField(name, value);
    }

    void flag(String name, boolean value) throws IOException {
        json.writeBooleanField(name, value);
    }

    /** A probability with four digits; what is not certain does not become so by rounding. */
    void confidence(double value) throws IOException {
        probability("confidence", value);
    }

    /** The same under another name. */
    void probability(String name, double value) throws IOException {
        String rounded = rounded(value, CONFIDENCE_DIGITS);
        json.writeFieldName(name);
        json.writeNumber(value < 1 && rounded.equals(CERTAIN) ? NEXT_TO_CERTAIN : rounded);
    }

    /** Log-odds with two digits; what was simply seen has none, which is 0. */
    void weight(double value) throws IOException {
        if (value != 0) {
            json.writeFieldName("weight");
            json.writeNumber(rounded(value, WEIGHT_DIGITS));
        }
    }

    /** {@code first} and {@code last}, if there is any time: an empty range begins after its end. */
    void times(long firstNanos, long lastNanos, int digits) throws IOException {
        if (firstNanos <= lastNanos) {
            text("first", Times.rfc3339(firstNanos, digits));
            text("last", Times.rfc3339(lastNanos, digits));
        }
    }

    /** The same with as many digits as times of the case have. */
    void times(long firstNanos, long lastNanos) throws IOException {
        times(firstNanos, lastNanos, timestampDigits);
    }

    /** One moment, with as many digits as times of the case have. */
    void time(String name, long nanos) throws IOException {
        text(name, Times.rfc3339(nanos, timestampDigits));
    }

    /** {@code frames}, {@code bytes}, {@code first} and {@code last}. */
    void span(Span span) throws IOException {
        number("frames", span.frames());
        number("bytes", span.octets());
        times(span.firstNanos(), span.lastNanos(), timestampDigits);
    }

    void station(String name, Optional<Station> station) throws IOException {
        if (station.isPresent()) {
            object(name, () -> station(station.get()));
        }
    }

    void station(Station station) throws IOException {
        text("mac", station.mac());
        text("address", station.address());
    }

    void object(String name, Body body) throws IOException {
        json.writeObjectFieldStart(name);
        body.write();
        json.writeEndObject();
    }

    /** A list of the texts of {@code values}. */
    void texts(String name, List<?> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            string(value.toString());
        }
        json.writeEndArray();
    }

    void numbers(String name, List<Long> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (long value : values) {
            json.writeNumber(value);
        }
        json.writeEndArray();
    }

    /** A list with an object for each item. */
    <T> void objects(String name, List<T> items, Item<T> item) throws IOException {
        json.writeArrayFieldStart(name);
        for (T each : items) {
            json.writeStartObject();
            item.write(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static PrettyPrinter layout() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(lines).withArrayIndenter(lines);
    }

    /** No zeros at the end, but at least one digit after the point, so that a member is always the same kind of number. */
    private static String rounded(double value, int digits) {
        String rounded = Decimals.rounded(value, digits);
        int end = rounded.length();
        while (rounded.charAt(end - 1) == '0' && rounded.charAt(end - 2) != '.') {
            end--;
        }
        return rounded.substring(0, end);
    }

    /** Writes the members of an object. */
    interface Body {
        void write() throws IOException;
    }

    /** Writes the members of the object that stands for one item. */
    interface Item<T> {
        void write(T item) throws IOException;
    }
}
