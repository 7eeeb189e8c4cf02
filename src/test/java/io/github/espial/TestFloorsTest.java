package io.github.espial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests, and what they are built with, stand on the floor of their subject: a floor can be understood without those above. */
class TestFloorsTest {
    private static final String ROOT = TestFloorsTest.class.getPackageName();

    /** Of tests alone, above all floors: runs of the whole, made networks, hostile octets, measurements, packages. */
    private static final List<String> ABOVE_ALL = List.of("whole", "simulate", "fuzz", "bench", "dist");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages(ROOT);

    private static final Map<String, List<String>> PACKAGES_BY_CLASS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOT).stream()
                    .filter(JavaClass::isTopLevelClass)
                    .collect(Collectors.groupingBy(
                            JavaClass::getSimpleName,
                            Collectors.mapping(JavaClass::getPackageName, Collectors.toList())));

    @ParameterizedTest(name = "{0}")
    @MethodSource("floorsAndWhatIsAbove")
    void testsUseNothingAboveTheirFloor(String floor, String[] above) {
        noClasses()
                .that()
                .resideInAPackage(inside(floor))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .allowEmptyShould(true)
                .because("what is tested stands on the floors before its own in FLOORS")
                .check(TESTS);
    }

    static Stream<Arguments> floorsAndWhatIsAbove() {
        List<String> floors = FloorsTest.FLOORS;
        return floors.stream()
                .map(floor -> Arguments.of(
                        floor,
                        Stream.concat(
                                        floors.subList(floors.indexOf(floor) + 1, floors.size()).stream(),
                                        ABOVE_ALL.stream())
                                .map(TestFloorsTest::inside)
                                .toArray(String[]::new)));
    }

    @Test
    void aTestThatIsNamedAfterAClassLiesBesideIt() {
        assertThat(TESTS.stream()
                        .filter(test ->
                                test.isTopLevelClass() && test.getSimpleName().endsWith("Test"))
                        .filter(test -> !ABOVE_ALL.contains(room(test)))
                        .filter(test ->
                                !subjects(test).isEmpty() && !subjects(test).contains(test.getPackageName())))
                .isEmpty();
    }

    /** Packages of the classes that a test is named after. */
    private static List<String> subjects(JavaClass test) {
        String name = test.getSimpleName();
        return PACKAGES_BY_CLASS.getOrDefault(name.substring(0, name.length() - "Test".length()), List.of());
    }

    @Test
    void everyTestStandsOnAFloorOrAboveAll() {
        assertThat(TESTS.stream()
                        .filter(test -> !test.getPackageName().equals(ROOT))
                        .map(TestFloorsTest::room))
                .isSubsetOf(Stream.concat(FloorsTest.FLOORS.stream(), ABOVE_ALL.stream())
                        .toList());
    }

    /** The package below that of the project. */
    private static String room(JavaClass test) {
        String below = test.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? "" : below.substring(1).split("\\.", 2)[0];
    }

    private static String inside(String floor) {
        return ROOT + "." + floor + "..";
    }
}
