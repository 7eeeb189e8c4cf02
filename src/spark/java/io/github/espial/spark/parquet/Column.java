package io.github.espial.spark.parquet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * A column of a table.
 *
 * @param <R> a row
 * @param type its name and what it holds; what is not known is null
 * @param cell writes what a row has there
 */
record Column<R>(Type type, Cell<R> cell) {
    /** Writes a value that is known, and nothing of another one. */
    interface Cell<R> {
        void write(R row, RecordConsumer to, String name, int place);
    }

    /** A text; an empty one is not known. */
    static <R> Column<R> text(String name, Function<R, String> value) {
        return new Column<>(
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name),
                (row, to, field, place) -> {
                    String text = value.apply(row);
                    if (!text.isEmpty()) {
                        to.startField(field, place);
                        to.addBinary(Binary.fromString(text));
                        to.endField(field, place);
                    }
                });
    }

    /** A number of 64 bits. */
    static <R> Column<R> number(String name, Function<R, OptionalLong> value) {
        return new Column<>(
                Types.optional(PrimitiveTypeName.INT64).named(name),
                (row, to, field, place) -> value.apply(row).ifPresent(number -> {
                    to.startField(field, place);
                    to.addLong(number);
                    to.endField(field, place);
                }));
    }

    /** Any number of texts. */
    static <R> Column<R> texts(String name, Function<R, Optional<List<String>>> value) {
        Type texts = Types.optionalList()
                .requiredElement(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(name);
        return new Column<>(
                texts,
                (row, to, field, place) -> value.apply(row).ifPresent(all -> {
                    to.startField(field, place);
                    to.startGroup();
                    if (!all.isEmpty()) {
                        to.startField("list", 0);
                        for (String text : all) {
                            to.startGroup();
                            to.startField("element", 0);
                            to.addBinary(Binary.fromString(text));
                            to.endField("element", 0);
                            to.endGroup();
                        }
                        to.endField("list", 0);
                    }
                    to.endGroup();
                    to.endField(field, place);
                }));
    }
}
