package io.github.espial.context.file;

import io.github.espial.context.InterfaceEntry;
import io.github.espial.context.NeighborEntry;
import io.github.espial.context.RouteEntry;
import io.github.espial.context.RouteEntry.InterfaceMetric;
import io.github.espial.context.RouteEntry.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints objects of the network as PowerShell does, in each of its forms. */
enum PowerShellPrinter {
    TABLE {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            List<String> names = List.copyOf(objects.get(0).keySet());
            List<Integer> widths = names.stream()
                    .map(name -> objects.stream()
                            .mapToInt(each -> Math.max(
                                    name.length(), each.getOrDefault(name, "").length()))
                            .max()
                            .orElseThrow())
                    .toList();
            StringBuilder text = new StringBuilder("\n");
            row(text, widths, names);
            row(
                    text,
                    widths,
                    names.stream().map(name -> "-".repeat(name.length())).toList());
            objects.forEach(each -> row(text, widths, List.copyOf(each.values())));
            return text.append("\n\n").toString();
        }
    },
    LIST {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            StringBuilder text = new StringBuilder("\n\n");
            for (Map<String, String> each : objects) {
                each.forEach((name, value) -> text.append("%-20s : %s\n".formatted(name, value)));
                text.append("\n");
            }
            return text.toString();
        }
    },
    CSV {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            return "#TYPE Microsoft.Management.Infrastructure.CimInstance#root/standardcimv2/" + type + "\n"
                    + separated(objects, ",");
        }
    },
    CSV_OF_GERMAN_CULTURE {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            return separated(objects, ";");
        }
    },
    JSON {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            return objects.stream()
                    .map(each -> "    {\n        \"CimClass\":  {\n            \"CimSystemProperties\":  \"" + type
                            + "\"\n        },\n"
                            + members(each, "        ", ":  ", ",\n") + "\n    }")
                    .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
        }
    },
    JSON_ON_ONE_LINE {
        @Override
        String print(String type, List<Map<String, String>> objects) {
            return objects.stream()
                    .map(each -> "{" + members(each, "", ":", ",") + "}")
                    .collect(Collectors.joining(",", "{\"value\":[", "],\"Count\":" + objects.size() + "}\n"));
        }
    };

    abstract String print(String type, List<Map<String, String>> objects);

    boolean isJson() {
        return this == JSON || this == JSON_ON_ONE_LINE;
    }

    /** {@code Get-NetRoute}. */
    String routes(List<RouteEntry> routes) {
        return print("MSFT_NetRoute", routes.stream().map(this::object).toList());
    }

    private Map<String, String> object(RouteEntry route) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("ifIndex", route.interfaceName().orElseThrow());
        object.put("DestinationPrefix", route.destination().toString());
        String none = route.destination().address().version() == 4 ? "0.0.0.0" : "::";
        object.put(
                "NextHop",
                route.target() instanceof Target.Gateway gateway
                        ? gateway.address().toString()
                        : none);
        object.put("RouteMetric", Long.toString(route.metric().own().orElseThrow()));
        object.put(
                this == TABLE ? "ifMetric" : "InterfaceMetric",
                route.metric().ofInterface() instanceof InterfaceMetric.Apart apart
                        ? Long.toString(apart.metric())
                        : "");
        boolean isActive = route.store() == RouteEntry.Store.ACTIVE;
        String store = isActive ? "ActiveStore" : "PersistentStore";
        object.put(this == TABLE ? "PolicyStore" : "Store", isJson() ? (isActive ? "1" : "0") : store);
        return object;
    }

    /** {@code Get-NetNeighbor}. */
    String neighbors(List<NeighborEntry> neighbors) {
        return print("MSFT_NetNeighbor", neighbors.stream().map(this::object).toList());
    }

    private Map<String, String> object(NeighborEntry neighbor) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("ifIndex", neighbor.interfaceName().orElseThrow());
        object.put("IPAddress", neighbor.address().toString());
        object.put(
                "LinkLayerAddress", neighbor.mac().map(WindowsPrinter::dashed).orElse("00-00-00-00-00-00"));
        object.put("State", isJson() ? "4" : neighbor.state().orElseThrow());
        return object;
    }

    /** {@code Get-NetIPInterface}. */
    String interfaces(List<InterfaceEntry> interfaces) {
        return print(
                "MSFT_NetIPInterface",
                interfaces.stream().map(PowerShellPrinter::object).toList());
    }

    private static Map<String, String> object(InterfaceEntry entry) {
        Map<String, String> object = new LinkedHashMap<>();
        object.put("ifIndex", entry.index().orElseThrow());
        object.put("InterfaceAlias", entry.name());
        object.put("AddressFamily", "IPv4");
        object.put("InterfaceMetric", Long.toString(entry.metric().orElseThrow()));
        object.put("ConnectionState", "Connected");
        return object;
    }

    private static void row(StringBuilder text, List<Integer> widths, List<String> cells) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            padded.add(cells.get(i) + " ".repeat(widths.get(i) - cells.get(i).length()));
        }
        text.append(String.join(" ", padded)).append("\n");
    }

    private static String separated(List<Map<String, String>> objects, String delimiter) {
        String names =
                objects.get(0).keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(delimiter));
        return objects.stream()
                .map(each -> each.values().stream()
                        .map(value -> value.isEmpty() ? "" : "\"" + value + "\"")
                        .collect(Collectors.joining(delimiter)))
                .collect(Collectors.joining("\n", names + "\n", "\n"));
    }

    private static String members(Map<String, String> object, String indent, String colon, String comma) {
        return object.entrySet().stream()
                .map(each -> indent + "\"" + each.getKey() + "\"" + colon + value(each.getValue()))
                .collect(Collectors.joining(comma));
    }

    private static String value(String text) {
        return text.isEmpty() ? "null" : text.matches("\\d+") ? text : "\"" + text + "\"";
    }
}
