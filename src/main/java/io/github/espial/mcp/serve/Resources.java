package io.github.espial.mcp.serve;

import io.github.espial.infer.Statements;
import io.github.espial.mcp.answer.RefusedException;
import io.github.espial.mcp.desk.Desk;
import io.github.espial.mcp.desk.OpenCase;
import io.github.espial.mcp.desk.Question;
import io.github.espial.mcp.tool.ExplainTool;
import io.github.espial.report.ReportWriter;
import io.github.espial.report.json.JsonReport;
import io.github.espial.report.page.PageReport;
import io.github.espial.store.ReadProgress;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be read whole: schemas, the pages of findings, and a case's report as JSON or as a page for a browser. */
final class Resources {
    private static final String JSON = "application/json";
    private static final String SCHEMAS = "espial://schema/";
    private static final String PAGES = "espial://explain/";
    private static final String REPORTS = "espial://report/";
    private static final String WEB_PAGES = "espial://page/";
    private static final String FOLDER = "/io/github/espial/report/json/";

    /** Characters of a report: clients keep what they read. */
    private static final int LONGEST = 2_000_000;

    private final Desk desk;

    Resources(Desk desk) {
        this.desk = desk;
    }

    List<SyncResourceSpecification> fixed() {
        return List.of(schema("report-1"), schema("comparison-1"));
    }

    List<SyncResourceTemplateSpecification> templates() {
        return List.of(
                template(PAGES + "{finding}", "The page of a finding", "text/plain", this::page),
                template(
                        REPORTS + "{case}",
                        "The JSON report of a case: the path of its one input, percent-encoded",
                        JSON,
                        uri -> report(uri, REPORTS, new JsonReport(desk.terms().version()))),
                template(
                        WEB_PAGES + "{case}",
                        "The report of a case as a web page: the path of its one input, percent-encoded",
                        "text/html",
                        uri -> report(
                                uri, WEB_PAGES, new PageReport(desk.terms().version()))));
    }

    /** Reads what a URI names. */
    @FunctionalInterface
    private interface Reader {
        String read(String uri) throws RefusedException, InterruptedException;
    }

    private static SyncResourceSpecification schema(String name) {
        String uri = SCHEMAS + name;
        McpSchema.Resource resource = McpSchema.Resource.builder(uri, name)
                .description("JSON schema of " + name.substring(0, name.indexOf('-')) + "s")
                .mimeType(JSON)
                .build();
        return new SyncResourceSpecification(resource, (exchange, request) -> result(uri, JSON, text(name)));
    }

    private static String text(String schema) {
        try (InputStream in =
                Objects.requireNonNull(Resources.class.getResourceAsStream(FOLDER + schema + ".schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(schema + ": it is in every jar", e);
        }
    }

    private static SyncResourceTemplateSpecification template(String uri, String what, String type, Reader reader) {
        McpSchema.ResourceTemplate template = McpSchema.ResourceTemplate.builder(
                        uri, what.substring(0, what.indexOf(':') < 0 ? what.length() : what.indexOf(':')))
                .description(what)
                .mimeType(type)
                .build();
        return new SyncResourceTemplateSpecification(template, (exchange, request) -> {
            try {
                return result(request.uri(), type, reader.read(request.uri()));
            } catch (RefusedException e) {
                throw refused(e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refused("interrupted");
            }
        });
    }

    private String page(String uri) throws RefusedException {
        return ExplainTool.page(named(uri, PAGES));
    }

    private String report(String uri, String prefix, ReportWriter writer)
            throws RefusedException, InterruptedException {
        Question question =
                new Question(List.of(named(uri, prefix)), Statements.NONE, Optional.empty(), Optional.empty());
        OpenCase open = desk.open(question, ReadProgress.NONE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(open.report(), out);
        } catch (IOException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
        if (out.size() > LONGEST) {
            throw new RefusedException(
                    "the report has " + out.size() + " octets; ask for its parts by the tools findings and rows");
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String named(String uri, String prefix) throws RefusedException {
        try {
            return URLDecoder.decode(uri.substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new RefusedException("not percent-encoded: " + e.getMessage());
        }
    }

    private static McpSchema.ReadResourceResult result(String uri, String type, String text) {
        return McpSchema.ReadResourceResult.builder(List.of(McpSchema.TextResourceContents.builder(uri, text)
                        .mimeType(type)
                        .build()))
                .build();
    }

    private static McpError refused(@Nullable String reason) {
        return McpError.builder(McpSchema.ErrorCodes.INVALID_PARAMS)
                .message(String.valueOf(reason))
                .build();
    }
}
