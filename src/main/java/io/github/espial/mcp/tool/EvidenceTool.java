package io.github.espial.mcp.tool;

import io.github.espial.diagnose.CaseReport;
import io.github.espial.diagnose.Finding;
import io.github.espial.extract.tree.EvidenceFrames;
import io.github.espial.extract.tree.FrameTree;
import io.github.espial.extract.tree.Header;
import io.github.espial.infer.Evidence;
import io.github.espial.mcp.answer.Answer;
import io.github.espial.mcp.answer.Arguments;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.answer.Rows;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.OpenCase;
import io.github.espial.mcp.desk.Question;
import io.github.espial.observe.FrameReference;
import io.github.espial.report.Times;
import io.github.espial.store.ReadProgress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code evidence}: frames header by header, those that prove a finding or those that are named. */
final class EvidenceTool implements Tool {
    private static final int USUAL = 5;
    private static final int MOST = 40;

    private final Desk desk;

    EvidenceTool(Desk desk) {
        this.desk = desk;
    }

    @Override
    public String name() {
        return "evidence";
    }

    @Override
    public Answer answer(Arguments arguments, ReadProgress progress) throws RefusedException, InterruptedException {
        int finding = arguments.number("finding", 0, Integer.MAX_VALUE, -1);
        List<Arguments> named = arguments.objects("frames");
        if (named.isEmpty() == (finding < 0)) {
            throw new RefusedException("give either \"finding\", an index that analyze shows, or \"frames\"");
        }
        int offset = arguments.number("offset", 0, Integer.MAX_VALUE, 0);
        int limit = arguments.number("limit", 1, MOST, USUAL);
        OpenCase open = desk.open(Question.of(arguments), progress);
        List<FrameReference> asked = List.copyOf(
                named.isEmpty()
                        ? proving(open.report(), finding)
                        : frames(named, open.files().captures().size()));
        Set<FrameReference> page = new TreeSet<>(asked.subList(
                Math.min(offset, asked.size()),
                Math.min(asked.size(), Math.addExact(Math.min(offset, asked.size()), limit))));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (FrameTree frame : trees(open, page)) {
            rows.add(row(open, frame));
        }
        return answer(Rows.of(rows, 0, limit), offset, page.size(), asked.size());
    }

    /** The rows that fit are some of those that were looked for; the next page begins after the last that is shown. */
    private static Answer answer(Rows rows, int offset, int lookedFor, int total) {
        int shown = rows.rows().size();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("frames", rows.rows());
        members.put("offset", offset);
        members.put("total", total);
        int end = offset + (shown < rows.total() ? shown : lookedFor);
        if (end < total) {
            members.put("next", end);
        }
        String missing = rows.total() < lookedFor
                ? " " + (lookedFor - rows.total())
                        + " of those asked for are not in the case, or in a capture that cannot be read again."
                : "";
        return new Answer(
                shown + " of " + total + " frames, from " + offset + " on."
                        + (end < total ? " More from offset " + end + " on." : "") + missing,
                members);
    }

    private static Set<FrameReference> proving(CaseReport report, int index) throws RefusedException {
        if (index >= report.findings().size()) {
            throw new RefusedException(
                    "\"finding\": the case has " + report.findings().size() + " findings, counted from 0");
        }
        Finding finding = report.findings().get(index);
        Set<FrameReference> frames = new TreeSet<>();
        for (Evidence evidence : finding.proof().evidence()) {
            frames.addAll(evidence.frames());
        }
        return frames;
    }

    private static Set<FrameReference> frames(List<Arguments> named, int captures) throws RefusedException {
        Set<FrameReference> frames = new TreeSet<>();
        for (Arguments frame : named) {
            int capture = frame.number("capture", 0, Integer.MAX_VALUE, 0);
            if (capture >= captures) {
                throw new RefusedException("\"capture\": the case has " + captures + " captures, counted from 0");
            }
            frames.add(new FrameReference(capture, frame.number("frame", 1, Integer.MAX_VALUE, 1)));
        }
        return frames;
    }

    private static List<FrameTree> trees(OpenCase open, Set<FrameReference> page) throws RefusedException {
        try {
            return EvidenceFrames.of(open.files().captures(), open.report(), page);
        } catch (IOException e) {
            throw new RefusedException("the capture cannot be read any more: " + e.getMessage());
        }
    }

    private static Map<String, Object> row(OpenCase open, FrameTree frame) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("capture", frame.frame().capture());
        row.put("file", open.files().captures().get(frame.frame().capture()).name());
        row.put("frame", frame.frame().number());
        frame.nanos()
                .ifPresent(nanos -> row.put(
                        "time", Times.rfc3339(nanos, open.report().inputs().timestampDigits())));
        row.put("length", frame.length());
        row.put("proves", frame.proves());
        List<Map<String, Object>> headers = new ArrayList<>();
        for (Header header : frame.headers()) {
            headers.add(header(header));
        }
        row.put("headers", headers);
        row.put("rest", frame.rest());
        return row;
    }

    private static Map<String, Object> header(Header header) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> deciding = new ArrayList<>();
        for (Header.Field field : header.fields()) {
            fields.merge(field.name(), field.value(), (one, other) -> one + ", " + other);
            if (field.isDeciding()) {
                deciding.add(field.name());
            }
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("name", header.name());
        row.put("fields", fields);
        if (!deciding.isEmpty()) {
            row.put("deciding", deciding);
        }
        return row;
    }
}
