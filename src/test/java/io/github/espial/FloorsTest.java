package io.github.espial;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The packages are floors of a house: each stands on those before it and knows nothing of those after it. */
class FloorsTest {
    private static final String ROOT = FloorsTest.class.getPackageName() + ".";

    /** What other programs call: it stands on all floors below the drivers. */
    private static final String EMBEDDING = ROOT + "Espial";

    /** From the ground up; each name stands for the package and all packages below it. */
    static final List<String> FLOORS = List.of(
            "bytes",
            "net",
            "wire",
            "store",
            "capture",
            "read",
            "dissect",
            "observe",
            "scan",
            "context",
            "routing",
            "infer",
            "esp",
            "l2tp",
            "ike",
            "correlate",
            "predict",
            "diagnose",
            "cases",
            "redact",
            "extract",
            "compare",
            "report",
            "batch",
            "live",
            "mcp",
            "cli",
            "spark");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(FloorsTest.class.getPackageName());

    @ParameterizedTest(name = "{0}")
    @MethodSource("floorsAndThoseAbove")
    void dependsOnNoFloorAboveItself(String floor, String[] above) {
        hold(noClasses()
                .that()
                .resideInAPackage(inside(floor))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .because("a floor stands on those before it in FLOORS"));
    }

    static Stream<Arguments> floorsAndThoseAbove() {
        return IntStream.range(0, FLOORS.size() - 1)
                .mapToObj(floor -> Arguments.of(FLOORS.get(floor), inside(FLOORS.subList(floor + 1, FLOORS.size()))));
    }

    @Test
    void everyClassStandsOnAFloor() {
        hold(noClasses()
                .that()
                .doNotHaveSimpleName("package-info")
                .and()
                .doNotHaveFullyQualifiedName(EMBEDDING)
                .should()
                .resideOutsideOfPackages(inside(FLOORS)));
    }

    @Test
    void embeddingStandsBetweenReportsAndDrivers() {
        int drivers = FLOORS.indexOf("batch");
        hold(noClasses()
                .that()
                .haveFullyQualifiedName(EMBEDDING)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(inside(FLOORS.subList(drivers, FLOORS.size()))));
        hold(noClasses()
                .that()
                .resideInAnyPackage(inside(FLOORS.subList(0, drivers)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(EMBEDDING));
    }

    @Test
    void packagesFormNoCycle() {
        hold(slices().matching(ROOT + "(**)").should().beFreeOfCycles());
    }

    @Test
    void onlyCliKnowsCommonsCli() {
        onlyIn(List.of("cli"), "org.apache.commons.cli..");
    }

    @Test
    void onlyChartsKnowJFreeChart() {
        onlyIn(List.of("report.chart"), "org.jfree..");
    }

    @Test
    void onlyPagesKnowTemplates() {
        onlyIn(List.of("report.page"), "gg.jte..");
    }

    @Test
    void onlyPdfReportsKnowPdfBox() {
        onlyIn(List.of("report.pdf"), "org.apache.pdfbox..", "org.apache.fontbox..", "de.rototor.pdfbox..");
    }

    @Test
    void onlyReportsDraw() {
        onlyIn(List.of("report"), "java.awt..", "javax.swing..", "javax.imageio..");
    }

    /** What reports say is for every format alike. */
    @Test
    void wordsKnowNoLayout() {
        hold(noClasses()
                .that()
                .resideInAPackage(inside("report.words"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.awt..", inside("report.text"), inside("report.sheet"), inside("report.summary")));
    }

    @Test
    void onlyConstantsAndLiveCaptureKnowPcap4j() {
        onlyIn(List.of("net", "live.device"), "org.pcap4j..");
    }

    @Test
    void onlyWhatReadsOrWritesJsonKnowsJackson() {
        onlyIn(List.of("report.json", "report.html", "context", "batch", "live", "mcp"), "com.fasterxml.jackson..");
    }

    /** It is on the class path of one command. */
    @Test
    void onlyServingKnowsTheSdk() {
        onlyIn(List.of("mcp.serve"), "io.modelcontextprotocol..", "reactor..", "org.reactivestreams..");
        onlyIn(List.of("mcp"), "com.fasterxml.jackson.databind..", "com.networknt..");
    }

    @Test
    void onlyContextFilesAndTablesKnowCsv() {
        onlyIn(List.of("context", "report.csv"), "org.apache.commons.csv..");
    }

    @Test
    void onlyStoredCapturesKnowCompression() {
        onlyIn(List.of("store"), "org.apache.commons.compress..", "com.github.luben..", "org.tukaani..");
    }

    @Test
    void onlyAddressesKnowAddressArithmetic() {
        onlyIn(List.of("net"), "inet.ipaddr..");
    }

    @Test
    void onlyWhatTerminalsShowKnowsTerminals() {
        onlyIn(List.of("report.text", "cli"), "org.jline..", "me.tongfei..");
    }

    @Test
    void onlyBatchKnowsTablesAndTickets() {
        onlyIn(List.of("batch"), "org.sqlite..", "org.snakeyaml..");
        // pcap4j tells times as java.sql.Timestamp.
        onlyIn(List.of("batch", "live.device"), "java.sql..");
    }

    /** It is in a jar of its own, which no other run loads a class of. */
    @Test
    void onlyTheEngineOfClustersKnowsSpark() {
        onlyIn(List.of("spark"), "org.apache.spark..", "org.apache.hadoop..", "scala..");
    }

    @Test
    void onlyEspKnowsBouncyCastle() {
        onlyIn(List.of("esp"), "org.bouncycastle..");
    }

    private static void onlyIn(List<String> floors, String... library) {
        hold(noClasses()
                .that()
                .resideOutsideOfPackages(inside(floors))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library));
    }

    private static String[] inside(List<String> floors) {
        return floors.stream().map(FloorsTest::inside).toArray(String[]::new);
    }

    private static String inside(String floor) {
        return ROOT + floor + "..";
    }

    /** Holds {@code rule} against the classes; a floor without classes passes. */
    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
