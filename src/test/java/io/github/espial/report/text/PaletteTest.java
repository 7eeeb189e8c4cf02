package io.github.espial.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.report.SampleCases;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void plainOutputLoadsNoClassOfJLine() throws Exception {
        OwnLoader loader = new OwnLoader();
        assertThat(loader.run(WritesPlainText.class)).startsWith("MISROUTED");
        assertThat(loader.asked).isNotEmpty().noneMatch(name -> name.startsWith("org.jline."));
    }

    /** The near miss: the loader above would have noticed. */
    @Test
    void coloredOutputDoes() throws Exception {
        OwnLoader loader = new OwnLoader();
        assertThat(loader.run(WritesColoredText.class)).contains("\u001b[");
        assertThat(loader.asked).anyMatch(name -> name.startsWith("org.jline."));
    }

    /** What runs in a class loader of its own. */
    public static final class WritesPlainText implements Callable<String> {
        @Override
        public String call() throws IOException {
            return write(Palette.plain());
        }
    }

    /** The same with colors. */
    public static final class WritesColoredText implements Callable<String> {
        @Override
        public String call() throws IOException {
            return write(Palette.colored());
        }
    }

    private static String write(Palette palette) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TextReport(palette).write(SampleCases.misrouted(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Loads the project's classes anew and notes what else they ask for. */
    private static final class OwnLoader extends ClassLoader {
        private final List<String> asked = new ArrayList<>();

        OwnLoader() {
            super(PaletteTest.class.getClassLoader());
        }

        String run(Class<? extends Callable<String>> task) throws Exception {
            Object anew = loadClass(task.getName()).getDeclaredConstructor().newInstance();
            return (String) ((Callable<?>) anew).call();
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                asked.add(name);
                if (!name.startsWith("io.github.espial.")) {
                    return super.loadClass(name, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? define(name) : loaded;
            }
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] octets = in.readAllBytes();
                return defineClass(name, octets, 0, octets.length);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
