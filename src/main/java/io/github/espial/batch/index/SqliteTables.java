package io.github.espial.batch.index;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import org.sqlite.SQLiteConfig;

/**
 * {@code index.sqlite}: the index as tables. SQLite, since people have it or can read it with what they have: the file
 * opens in {@code sqlite3}, DuckDB, Python, and the usual browsers of databases.
 */
public final class SqliteTables implements IndexFile {
    private static final List<String> TABLES = List.of(
            "CREATE TABLE cases (id TEXT PRIMARY KEY, ticket TEXT, title TEXT, customer TEXT, notes TEXT,"
                    + " verdict TEXT NOT NULL, conclusion TEXT NOT NULL, failure TEXT, first TEXT, last TEXT,"
                    + " captures INTEGER, frames INTEGER, bytes INTEGER) WITHOUT ROWID",
            "CREATE TABLE findings (case_id TEXT NOT NULL REFERENCES cases, id TEXT NOT NULL,"
                    + " severity TEXT NOT NULL, title TEXT NOT NULL, partner TEXT, gateway TEXT)",
            "CREATE TABLE addresses (case_id TEXT NOT NULL REFERENCES cases, role TEXT NOT NULL,"
                    + " address TEXT NOT NULL)");
    private static final List<String> INDEXES = List.of(
            "CREATE INDEX findings_of_case ON findings (case_id)",
            "CREATE INDEX addresses_of_case ON addresses (case_id)");

    private static final String CASE = "INSERT INTO cases VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)";
    private static final String FINDING = "INSERT INTO findings VALUES (?,?,?,?,?,?)";
    private static final String ADDRESS = "INSERT INTO addresses VALUES (?,?,?)";

    @Override
    public String name() {
        return "index.sqlite";
    }

    @Override
    public void write(List<CaseRow> rows, Path file) throws IOException {
        try (Connection database = connect(file)) {
            database.setAutoCommit(false);
            execute(database, TABLES);
            try (PreparedStatement cases = database.prepareStatement(CASE);
                    PreparedStatement findings = database.prepareStatement(FINDING);
                    PreparedStatement addresses = database.prepareStatement(ADDRESS)) {
                for (CaseRow row : rows) {
                    addCase(row, cases);
                    addFindings(row, findings);
                    addAddresses(row, addresses);
                }
                cases.executeBatch();
                findings.executeBatch();
                addresses.executeBatch();
            }
            execute(database, INDEXES);
            database.commit();
        } catch (SQLException | LinkageError e) {
            // The native code of SQLite is unpacked to the temporary folder, which may not allow that.
            throw new IOException("SQLite: " + e.getMessage(), e);
        }
    }

    /** Without a journal: a file that is not finished is thrown away. */
    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        return config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    }

    private static void execute(Connection database, List<String> commands) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String command : commands) {
                statement.executeUpdate(command);
            }
        }
    }

    private static void addCase(CaseRow row, PreparedStatement into) throws SQLException {
        CaseName name = row.name();
        into.setString(1, name.id());
        set(into, 2, name.ticket());
        set(into, 3, name.title());
        set(into, 4, name.customer());
        set(into, 5, name.notes());
        into.setString(6, row.verdict());
        into.setString(7, row.conclusion());
        set(into, 8, row.failed().map(failed -> failed.kind().toString()).orElse(""));
        if (row.outcome() instanceof Diagnosed told) {
            set(into, 9, told.extent().first());
            set(into, 10, told.extent().last());
            into.setInt(11, told.extent().captures());
            into.setLong(12, told.extent().frames());
            into.setLong(13, told.extent().octets());
        } else {
            for (int column = 9; column <= 13; column++) {
                into.setNull(column, Types.NULL);
            }
        }
        into.addBatch();
    }

    private static void addFindings(CaseRow row, PreparedStatement into) throws SQLException {
        if (row.outcome() instanceof Diagnosed told) {
            for (Found found : told.findings()) {
                into.setString(1, row.name().id());
                into.setString(2, found.id());
                into.setString(3, found.severity().toString());
                into.setString(4, found.title());
                set(into, 5, found.partner());
                set(into, 6, found.gateway());
                into.addBatch();
            }
        }
    }

    private static void addAddresses(CaseRow row, PreparedStatement into) throws SQLException {
        if (row.outcome() instanceof Diagnosed told) {
            add(row, "server", told.parties().servers(), into);
            add(row, "partner", told.parties().partners(), into);
            add(row, "gateway", told.parties().gateways(), into);
        }
    }

    private static void add(CaseRow row, String role, List<String> addresses, PreparedStatement into)
            throws SQLException {
        for (String address : addresses) {
            into.setString(1, row.name().id());
            into.setString(2, role);
            into.setString(3, address);
            into.addBatch();
        }
    }

    /** What is not known is NULL. */
    private static void set(PreparedStatement into, int column, String value) throws SQLException {
        if (value.isEmpty()) {
            into.setNull(column, Types.VARCHAR);
        } else {
            into.setString(column, value);
        }
    }
}
