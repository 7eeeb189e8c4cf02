package io.github.espial.mcp.tool;

import io.github.espial.mcp.desk.Desk;
import java.util.List;

/** All that can be asked. */
public final class Tools {
    private Tools() {}

    /** The tools, in the order that they are shown. */
    public static List<Tool> of(Desk desk) {
        return List.of(
                new AnalyzeTool(desk),
                new FindingsTool(desk),
                new EvidenceTool(desk),
                new RowsTool(desk),
                new LookupTool(desk),
                new CompareTool(desk),
                new BatchSearchTool(desk),
                new ExplainTool(),
                new AskTool());
    }
}
