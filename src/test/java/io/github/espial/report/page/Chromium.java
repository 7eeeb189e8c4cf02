package io.github.espial.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A page in Chromium, used as its reader would: by mouse and keyboard. Driven by the Chrome DevTools Protocol, for which the
 * JDK has all that is needed.
 */
public final class Chromium implements AutoCloseable {
    private static final String NAME = "chromium";
    private static final String LISTENING = "DevTools listening on ws://";
    private static final long SECONDS = 120;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private boolean isLoaded;
    private int sent;

    /** @param folder for what the browser keeps */
    public Chromium(Path folder) throws Exception {
        process = new ProcessBuilder(
                        NAME,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + Files.createTempDirectory(folder, "profile"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest tab = HttpRequest.newBuilder(URI.create("http://" + hostAndPort() + "/json/new"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        JsonNode made = JSON.readTree(
                client.send(tab, HttpResponse.BodyHandlers.ofString()).body());
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(made.get("webSocketDebuggerUrl").asText()), new Listener())
                .get(SECONDS, TimeUnit.SECONDS);
        for (String domain : List.of("Page", "Network", "Log", "Runtime")) {
            call(domain + ".enable", object());
        }
    }

    /** Whether this machine has the browser. */
    public static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(NAME)));
    }

    private String hostAndPort() throws IOException {
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(LISTENING)) {
                String address = line.substring(LISTENING.length());
                drain(said);
                return address.substring(0, address.indexOf('/'));
            }
        }
        throw new IOException(NAME + " ended before it listened");
    }

    /** Reads on, so that the pipe never fills up. */
    private static void drain(BufferedReader said) {
        Thread reader = new Thread(() -> said.lines().forEach(line -> {}), NAME);
        reader.setDaemon(true);
        reader.start();
    }

    /** Opens a file in a window of that size, and returns when it is loaded. */
    public void open(Path page, int width, boolean isDark) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                object().put("width", width)
                        .put("height", 900)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
        ObjectNode media = object();
        media.putArray("features")
                .addObject()
                .put("name", "prefers-color-scheme")
                .put("value", isDark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", media);
        isLoaded = false;
        complaints.clear();
        requests.clear();
        call("Page.navigate", object().put("url", page.toUri().toString()));
        awaitLoad();
    }

    /** Does what opens another page, and returns when that is loaded. */
    public void follow(String script) throws Exception {
        isLoaded = false;
        // Later, as the answer to what is asked of a page is lost when the page goes away before it answered.
        value("void setTimeout(() => { " + script + " }, 0)");
        awaitLoad();
    }

    private void awaitLoad() throws InterruptedException {
        while (!isLoaded) {
            take();
        }
    }

    /** The value of an expression, after whatever it promises. */
    public JsonNode value(String script) throws Exception {
        JsonNode answer = call(
                "Runtime.evaluate",
                object().put("expression", script)
                        .put("returnByValue", true)
                        .put("awaitPromise", true)
                        .put("userGesture", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(answer.get("exceptionDetails").toString());
        }
        return answer.get("result").path("value");
    }

    /** Presses and releases a key, as named by the DOM: {@code Tab}, {@code Enter}, {@code +}. */
    public void press(String key) throws Exception {
        ObjectNode down = object().put("type", "keyDown").put("key", key).put("code", key);
        switch (key) {
            case "Tab" -> down.put("windowsVirtualKeyCode", 9);
            case "Enter" -> down.put("windowsVirtualKeyCode", 13).put("text", "\r");
            default -> down.put("text", key);
        }
        call("Input.dispatchKeyEvent", down);
        call("Input.dispatchKeyEvent", down.deepCopy().put("type", "keyUp"));
    }

    /** Types where the focus is. */
    public void type(String text) throws Exception {
        call("Input.insertText", object().put("text", text));
    }

    /** What the browser complained of since the page was opened: errors, and what a policy refused. */
    public List<String> complaints() {
        return complaints;
    }

    /** All that was asked of the disk or the network since then. */
    public List<String> requests() {
        return requests;
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode call(String method, ObjectNode parameters) throws Exception {
        int id = ++sent;
        ObjectNode message = object().put("id", id).put("method", method);
        message.set("params", parameters);
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        while (true) {
            JsonNode answer = take();
            if (answer.path("id").asInt() == id) {
                if (answer.has("error")) {
                    throw new AssertionError(method + ": " + answer.get("error"));
                }
                return answer.get("result");
            }
        }
    }

    private JsonNode take() throws InterruptedException {
        JsonNode message = received.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError(NAME + " is silent");
        }
        JsonNode parameters = message.path("params");
        switch (message.path("method").asText()) {
            case "Page.loadEventFired" -> isLoaded = true;
            case "Network.requestWillBeSent" ->
                requests.add(parameters.at("/request/url").asText());
            case "Log.entryAdded" -> complaints.add(parameters.at("/entry/text").asText());
            case "Runtime.exceptionThrown" ->
                complaints.add(parameters.at("/exceptionDetails/text").asText());
            case "Runtime.consoleAPICalled" ->
                complaints.add(parameters.get("args").toString());
            default -> {
                // Nothing that a reader would notice.
            }
        }
        return message;
    }

    @Override
    public void close() {
        socket.abort();
        // Its own processes outlive it for a moment, and would go on writing into a folder that is about to be deleted.
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Puts messages together that come in parts. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                try {
                    received.add(JSON.readTree(message.toString()));
                } catch (IOException e) {
                    throw new IllegalStateException("no JSON: " + message, e);
                }
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(isLast);
        }
    }
}
