package io.github.espial.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.espial.capture.CaptureFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaptureFormatsTest {
    @Test
    void knowsEveryFormatThatHasAPackage() {
        List<String> written = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(CaptureFormat.class.getPackageName())
                        .stream()
                        .filter(type -> type.isAssignableTo(CaptureFormat.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .toList();

        assertThat(CaptureFormats.ALL)
                .extracting(format -> format.getClass().getName())
                .containsExactlyInAnyOrderElementsOf(written);
        assertThat(written).hasSizeGreaterThan(1);
    }

    @Test
    void callsNoTwoFormatsAlike() {
        assertThat(CaptureFormats.ALL).extracting(CaptureFormat::name).doesNotHaveDuplicates();
    }
}
