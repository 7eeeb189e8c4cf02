package io.github.espial.observe.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.espial.dissect.UdpPairs;
import io.github.espial.observe.table.KeptTable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever gives observations another table is told here where it is missing. */
class ObservedTableTest {
    /** What observations hold besides tables: {@link Observations} itself merges and writes these. */
    private static final Set<Class<?>> NO_TABLES = Set.of(UdpPairs.class, Map.class);

    private static List<Field> fields() {
        return Stream.of(Observations.class.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .toList();
    }

    @Test
    void everyFieldIsATableOrKnownToBeNone() {
        assertThat(fields()).allMatch(field -> isTable(field) || NO_TABLES.contains(field.getType()));
    }

    @Test
    void theListHasEveryTableOnce() throws IllegalAccessException {
        Observations seen = new Observations();
        List<Object> tables = new ArrayList<>();
        for (Field field : fields()) {
            if (isTable(field)) {
                tables.add(field.get(seen));
            }
        }

        List<KeptTable<?>> listed = new ArrayList<>();
        ObservedTable.ALL.forEach(table -> listed.add(table.in().apply(seen)));

        assertThat(tables).isNotEmpty();
        assertThat(listed).hasSameSizeAs(tables);
        assertThat(new HashSet<Object>(listed)).isEqualTo(new HashSet<>(tables));
    }

    @Test
    void everyTableIsCalledSomethingElse() {
        assertThat(ObservedTable.ALL).extracting(ObservedTable::what).doesNotHaveDuplicates();
    }

    private static boolean isTable(Field field) {
        return KeptTable.class.isAssignableFrom(field.getType());
    }
}
