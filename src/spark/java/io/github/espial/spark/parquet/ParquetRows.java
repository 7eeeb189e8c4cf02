package io.github.espial.spark.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a file of Parquet. The same rows make the same octets.
 *
 * @param <R> a row
 */
final class ParquetRows<R> extends WriteSupport<R> {
    private final MessageType schema;
    private final List<Column<R>> columns;
    private @Nullable RecordConsumer consumer;

    private ParquetRows(String name, List<Column<R>> columns) {
        this.schema = new MessageType(name, columns.stream().map(Column::type).toArray(Type[]::new));
        this.columns = List.copyOf(columns);
    }

    /**
     * Writes a table.
     *
     * @param file of this machine, which does not exist yet
     */
    static <R> void write(String name, List<Column<R>> columns, Iterable<R> rows, Path file) throws IOException {
        try (ParquetWriter<R> writer = new Builder<>(file, new ParquetRows<>(name, columns))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .build()) {
            for (R row : rows) {
                writer.write(row);
            }
        }
    }

    /** Whoever extends must have it, though it is deprecated. */
    @Override
    @SuppressWarnings("deprecation")
    public WriteContext init(Configuration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer to) {
        consumer = to;
    }

    @Override
    public void write(R row) {
        RecordConsumer to = consumer;
        if (to == null) {
            throw new IllegalStateException("a row before the table");
        }
        to.startMessage();
        for (int place = 0; place < columns.size(); place++) {
            Column<R> column = columns.get(place);
            column.cell().write(row, to, column.type().getName(), place);
        }
        to.endMessage();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final WriteSupport<R> rows;

        Builder(Path file, WriteSupport<R> rows) {
            super(new LocalOutputFile(file));
            this.rows = rows;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        /** Whoever extends must have it, though it is deprecated. */
        @Override
        @SuppressWarnings("deprecation")
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return rows;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return rows;
        }
    }
}
