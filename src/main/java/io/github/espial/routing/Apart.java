package io.github.espial.routing;

import io.github.espial.context.Platform;
import io.github.espial.context.file.ContextFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Tells the files of several machines apart by what they state, where no capture tells which machine is meant. */
final class Apart {
    private Apart() {}

    /** Files of one machine each, in their order; first those of the machine whose routes come first. */
    static List<List<MachineFile>> of(List<MachineFile> files) {
        List<List<MachineFile>> machines = new ArrayList<>();
        for (MachineFile file : files) {
            List<MachineFile> home = home(file, machines);
            if (home.isEmpty()) {
                machines.add(home);
            }
            home.add(file);
        }
        machines.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return machines;
    }

    /** The machine that a file names an address or the name of, else the first that it may be of, else a new one. */
    private static List<MachineFile> home(MachineFile file, List<List<MachineFile>> machines) {
        for (List<MachineFile> machine : machines) {
            if (mayBeOf(file, machine)
                    && machine.stream().anyMatch(other -> file.ends().meets(other.ends()))) {
                return machine;
            }
        }
        for (List<MachineFile> machine : machines) {
            if (mayBeOf(file, machine)) {
                return machine;
            }
        }
        return new ArrayList<>();
    }

    private static boolean mayBeOf(MachineFile file, List<MachineFile> machine) {
        return machine.stream()
                .noneMatch(other -> file.ends().excludes(other.ends())
                        || isOfOther(file, other)
                        || isOfOther(other, file)
                        || areOfTwoKinds(file, other));
    }

    /** A router's words are a far end's where a machine of another kind shows tables, unless both name an address. */
    private static boolean isOfOther(MachineFile router, MachineFile file) {
        return router.isOfRouter()
                && !file.isOfRouter()
                && file.hasTables()
                && !file.ends().meets(router.ends());
    }

    private static boolean areOfTwoKinds(MachineFile one, MachineFile other) {
        Set<Platform> kinds = kinds(one);
        kinds.addAll(kinds(other));
        // VyOS and Gaia are Linux, and show its outputs as well.
        if (kinds.contains(Platform.VYOS) || kinds.contains(Platform.CHECKPOINT)) {
            kinds.remove(Platform.LINUX);
        }
        return kinds.size() > 1;
    }

    private static Set<Platform> kinds(MachineFile file) {
        Set<Platform> kinds = EnumSet.noneOf(Platform.class);
        for (ContextFile.Output output : file.words().outputs()) {
            if (output.platform() != Platform.ANY) {
                kinds.add(output.platform());
            }
        }
        return kinds;
    }

    private static int rank(List<MachineFile> machine) {
        boolean hasRoutes =
                machine.stream().anyMatch(file -> file.activeRoutes().findAny().isPresent());
        boolean isRouter = machine.stream().allMatch(MachineFile::isOfRouter);
        return (hasRoutes ? 0 : 2) + (isRouter ? 1 : 0);
    }
}
