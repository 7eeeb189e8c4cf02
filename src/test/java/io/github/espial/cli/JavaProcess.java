package io.github.espial.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.jna.Native;
import inet.ipaddr.IPAddress;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.cli.CommandLine;
import org.pcap4j.core.Pcaps;
import org.slf4j.Logger;

/** Programs of the tests in a process of their own. */
final class JavaProcess {
    private JavaProcess() {}

    /** What starts {@code main} with arguments. */
    static List<String> command(String main, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classPath(), main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** There when programs run, not when they are compiled. */
    private static Class<?> silentLogger() {
        try {
            return Class.forName("org.slf4j.nop.NOPServiceProvider");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the program, the tests, and what watching needs lie, however the tests are run. */
    private static String classPath() {
        return Stream.of(
                        Main.class,
                        JavaProcess.class,
                        CommandLine.class,
                        JsonFactory.class,
                        IPAddress.class,
                        Pcaps.class,
                        Native.class,
                        Logger.class,
                        silentLogger())
                .map(one -> Path.of(URI.create(one.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
