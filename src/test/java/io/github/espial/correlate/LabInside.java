package io.github.espial.correlate;

import io.github.espial.context.file.ContextFile;
import io.github.espial.context.file.ContextReader;
import io.github.espial.read.Division;
import io.github.espial.scan.CaseScan;
import io.github.espial.scan.Reading;
import io.github.espial.store.CaptureSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A capture of the lab, looked into with the keys beside it. */
public final class LabInside {
    private LabInside() {}

    /** Both passes over one capture. */
    public static TunnelContents of(Path capture, Division division, Path... keyFiles) throws Exception {
        return of(capture, division, given(keyFiles));
    }

    /** The same with what is in nobody's file. */
    public static TunnelContents of(Path capture, Division division, KeysAndPolicies given) throws Exception {
        List<CaptureSource> sources = List.of(CaptureSource.file(capture));
        CaseScan scan = CaseScan.of(sources, Reading.USUAL);
        return InnerScan.of(sources, scan.observations(), given, Reading.USUAL.divided(division));
    }

    /** What files hold. */
    public static KeysAndPolicies given(Path... keyFiles) throws Exception {
        List<ContextFile> files = new ArrayList<>();
        for (Path file : keyFiles) {
            files.add(ContextReader.read(file));
        }
        return new KeysAndPolicies(
                files.stream().flatMap(file -> file.entries().keys().stream()).toList(),
                files.stream()
                        .flatMap(file -> file.entries().policies().stream())
                        .toList(),
                files.stream()
                        .flatMap(file -> file.entries().ikeKeys().stream())
                        .toList());
    }
}
