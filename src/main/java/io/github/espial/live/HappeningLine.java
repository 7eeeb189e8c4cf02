package io.github.espial.live;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.espial.compare.PeerWays;
import io.github.espial.report.Printable;
import io.github.espial.report.Times;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes what came about as lines of JSON (RFC 8259), of schema {@value #SCHEMA}. What is not known is left out. */
public final class HappeningLine {
    /** Names the members and their meaning. */
    public static final String SCHEMA = "espial/watch/1";

    private static final int MILLIS = 3;
    private static final JsonFactory FACTORY = new JsonFactory();

    private HappeningLine() {}

    private interface Members {
        void write(JsonGenerator json) throws IOException;
    }

    /** A line, with its end, on what came about. */
    public static String of(Happening happening, Moment moment) {
        return line(json -> {
            if (happening.nanos() > 0) {
                json.writeStringField("time", Times.rfc3339(happening.nanos(), MILLIS));
            }
            json.writeStringField("event", happening.kind().toString());
            if (happening.peer().isPresent()) {
                json.writeStringField("peer", happening.peer().get().toString());
            }
            json.writeStringField("text", Printable.of(happening.text()));
            standing(moment, json);
        });
    }

    /** The last line, with its end: what there is when the watching ends. */
    public static String ofEnd(Moment moment) {
        return line(json -> {
            json.writeStringField("event", "ended");
            standing(moment, json);
            json.writeNumberField("frames", moment.capture().frames());
            json.writeNumberField("dropped", moment.capture().dropped().orElse(0));
            json.writeArrayFieldStart("peers");
            for (PeerWays ways : moment.ways()) {
                json.writeStartObject();
                json.writeStringField("peer", ways.peer().toString());
                json.writeStringField("server", ways.server().toString());
                json.writeNumberField("answers", ways.answers());
                json.writeArrayFieldStart("nextHops");
                for (PeerWays.Hop hop : ways.hops()) {
                    json.writeStartObject();
                    if (hop.station().address().isPresent()) {
                        json.writeStringField(
                                "address", hop.station().address().get().toString());
                    }
                    if (hop.station().mac().isPresent()) {
                        json.writeStringField("mac", hop.station().mac().get().toString());
                    }
                    json.writeStringField("routing", hop.routing().toString());
                    json.writeNumberField("frames", hop.frames());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void standing(Moment moment, JsonGenerator json) throws IOException {
        json.writeStringField("verdict", moment.report().verdict().toString());
        json.writeBooleanField("ongoing", moment.isWrong());
    }

    private static String line(Members members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            members.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail", e);
        }
        return line.append('\n').toString();
    }
}
