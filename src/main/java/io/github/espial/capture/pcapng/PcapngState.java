package io.github.espial.capture.pcapng;

import io.github.espial.bytes.FieldReader;
import io.github.espial.bytes.FieldWriter;
import io.github.espial.bytes.OctetWindow;
import io.github.espial.capture.CaptureLedger;
import io.github.espial.capture.FormatName;
import io.github.espial.capture.InterfaceDefinition;
import io.github.espial.capture.ReaderState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * All that must be known to read blocks from somewhere within a file.
 *
 * @param section the section, as its header states it
 * @param interfaces of all sections so far
 * @param ofSection how many of these, the last ones, the section has described
 */
record PcapngState(SectionHeader.State section, List<InterfaceDefinition> interfaces, int ofSection)
        implements ReaderState {
    PcapngState {
        interfaces = List.copyOf(interfaces);
    }

    @Override
    public FormatName format() {
        return PcapngFormat.NAME;
    }

    @Override
    public PcapngReader reader(OctetWindow window, CaptureLedger ledger) {
        return new PcapngReader(this, window, ledger);
    }

    @Override
    public void write(FieldWriter to) throws IOException {
        section.write(to);
        to.number(interfaces.size());
        for (InterfaceDefinition one : interfaces) {
            one.write(to);
        }
        to.number(ofSection);
    }

    static PcapngState read(FieldReader from) throws IOException {
        SectionHeader.State section = SectionHeader.State.read(from);
        List<InterfaceDefinition> interfaces = new ArrayList<>();
        for (int left = from.count(PcapngReader.MAX_INTERFACES, 1); left > 0; left--) {
            interfaces.add(InterfaceDefinition.read(from));
        }
        return new PcapngState(section, interfaces, (int) from.number(interfaces.size()));
    }
}
