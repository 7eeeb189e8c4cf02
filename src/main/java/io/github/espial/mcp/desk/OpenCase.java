package io.github.espial.mcp.desk;

import io.github.espial.cases.CaseFiles;
import io.github.espial.diagnose.CaseReport;
import java.util.Map;

/**
 * A case that was analyzed.
 *
 * @param files as they were read
 * @param report of it
 * @param published the report as it is published
 */
public record OpenCase(CaseFiles files, CaseReport report, Map<String, Object> published) {}
