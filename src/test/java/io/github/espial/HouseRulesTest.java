package io.github.espial;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every package, type and file of this project, so that nobody has to remember it. */
class HouseRulesTest {
    private static final String ROOT = HouseRulesTest.class.getPackageName();
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final Path PAGES = Path.of("src/main/resources", ROOT.replace('.', '/'), "diagnose");

    /** Beyond this a file holds two ideas. */
    private static final int MOST_LINES = 400;

    /** Beyond this a record holds a type that is missing. */
    private static final int MOST_COMPONENTS = 8;

    private static final Pattern SAYS_NOTHING =
            Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Processor|Data|Info)");

    @Test
    void everyPackageIsNullMarked() throws IOException {
        List<Path> unmarked = javaFiles(MAIN).stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyTestPackageIsNullMarked() throws IOException {
        List<Path> unmarked = javaFiles(TEST).stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isNullMarked(folder) && !isNullMarked(MAIN.resolve(TEST.relativize(folder))))
                .toList();
        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyTypeNameSaysSomething() {
        assertThat(new ClassFileImporter().importPackages(ROOT))
                .extracting(JavaClass::getSimpleName)
                .noneMatch(SAYS_NOTHING.asMatchPredicate());
    }

    @Test
    void noRecordIsWide() {
        assertThat(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                                .filter(type -> type.isAssignableTo(Record.class) && components(type) > MOST_COMPONENTS)
                                .map(JavaClass::getSimpleName))
                .isEmpty();
    }

    /** A component that is forgotten there would make two values one. */
    @Test
    void recordsThatCompareByHandCompareAllComponents() {
        List<String> forgotten = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT)) {
            if (!type.isRecord()) {
                continue;
            }
            for (JavaMethod method : type.getMethods()) {
                Set<String> read = method.getFieldAccesses().stream()
                        .filter(access -> access.getTargetOwner().equals(type))
                        .map(JavaFieldAccess::getName)
                        .collect(Collectors.toSet());
                boolean isByHand = method.getName().equals("equals") && !read.isEmpty();
                type.getFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> isByHand && !read.contains(field.getName()))
                        .forEach(field -> forgotten.add(field.getFullName()));
            }
        }
        assertThat(forgotten).isEmpty();
    }

    @Test
    void noFileIsLong() throws IOException {
        List<Path> tooLong = javaFiles(MAIN).stream()
                .filter(file -> read(file).lines().count() > MOST_LINES)
                .toList();
        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyCheckHasATest() {
        List<String> untested = checks().filter(
                        check -> !Files.exists(TEST.resolve(check.getName().replace('.', '/') + "Test.java")))
                .map(JavaClass::getName)
                .toList();
        assertThat(untested).isEmpty();
    }

    @Test
    void everyCheckHasAPageAndEveryPageACheck() throws IOException {
        Set<String> expected = checks().map(check -> idOf(check.getSimpleName()) + ".md")
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fileNames(PAGES))
                .filteredOn(name -> name.endsWith(".md"))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    /** A record has one field for each component, and constants. */
    private static long components(JavaClass type) {
        return type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .count();
    }

    /** The classes in {@code diagnose.check} that implement {@code diagnose.Check}. */
    private static Stream<JavaClass> checks() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT + ".diagnose.check")
                        .stream()
                        .filter(type -> type.isTopLevelClass() && type.isAssignableTo(ROOT + ".diagnose.Check"))
                        .filter(Predicate.not(JavaClass::isInterface))
                        .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT));
    }

    /** {@code EspWrongNextHop} is {@code esp-wrong-next-hop}. */
    private static String idOf(String className) {
        return className.replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean isNullMarked(Path folder) {
        Path file = folder.resolve("package-info.java");
        return Files.exists(file) && read(file).contains("@NullMarked");
    }

    private static List<Path> javaFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> fileNames(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
