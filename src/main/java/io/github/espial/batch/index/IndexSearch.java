package io.github.espial.batch.index;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Searches {@code index.sqlite} without changing it, whoever wrote it.
 *
 * @param text that the id, ticket, title, customer, notes or conclusion of a case holds, in small or capital letters
 * @param verdict of the case
 * @param finding id of one that the case has
 * @param address of its server, partner or gateway
 */
public record IndexSearch(
        Optional<String> text, Optional<String> verdict, Optional<String> finding, Optional<String> address) {
    private static final List<String> COLUMNS =
            List.of("id", "ticket", "title", "customer", "verdict", "conclusion", "failure", "first", "last");

    private static final int SECONDS = 20;
    private static final int MOST_FINDINGS = 20;

    /**
     * A case.
     *
     * @param columns by name; what is not known is missing
     * @param findings their ids, worst first
     */
    public record Hit(Map<String, String> columns, List<String> findings) {}

    /**
     * Some cases of those that were found.
     *
     * @param total of all that were found
     */
    public record Hits(List<Hit> cases, int total) {}

    /**
     * The cases that are asked for, in order of their ids.
     *
     * @param offset of the first, from 0
     * @param limit cases at most
     * @throws IOException when the file is no such index; the message says why, without its name
     */
    public Hits in(Path file, int offset, int limit) throws IOException {
        try (Connection database = open(file)) {
            holdTables(database);
            List<String> values = new ArrayList<>();
            String where = where(values);
            int total = count(database, where, values);
            List<Hit> hits = new ArrayList<>();
            String query = "SELECT " + String.join(", ", COLUMNS) + " FROM cases c" + where + " ORDER BY id LIMIT "
                    + limit + " OFFSET " + offset;
            try (PreparedStatement select = prepared(database, query, values);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    hits.add(hit(database, rows));
                }
            }
            return new Hits(hits, total);
        } catch (SQLException | LinkageError e) {
            throw new IOException("not an index of espial batch: " + e.getMessage(), e);
        }
    }

    /** Immutable: else SQLite would write files beside it to lock it. */
    private static Connection open(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.enableLoadExtension(false);
        return config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1");
    }

    /** A view of the same name could compute anything. */
    private static void holdTables(Connection database) throws SQLException, IOException {
        String query =
                "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('cases', 'findings', 'addresses')";
        try (PreparedStatement select = prepared(database, query, List.of());
                ResultSet rows = select.executeQuery()) {
            if (!rows.next() || rows.getInt(1) != 3) {
                throw new IOException("not an index of espial batch: it has no such tables");
            }
        }
    }

    private String where(List<String> values) {
        List<String> conditions = new ArrayList<>();
        if (text.isPresent()) {
            String pattern = "%" + text.get().replaceAll("([%_~])", "~$1") + "%";
            List<String> likes = new ArrayList<>();
            for (String column : List.of("id", "ticket", "title", "customer", "notes", "conclusion")) {
                likes.add(column + " LIKE ? ESCAPE '~'");
                values.add(pattern);
            }
            conditions.add("(" + String.join(" OR ", likes) + ")");
        }
        verdict.ifPresent(one -> add(conditions, values, "verdict = ?", one));
        finding.ifPresent(one ->
                add(conditions, values, "EXISTS (SELECT 1 FROM findings f WHERE f.case_id = c.id AND f.id = ?)", one));
        address.ifPresent(one -> add(
                conditions,
                values,
                "EXISTS (SELECT 1 FROM addresses a WHERE a.case_id = c.id AND a.address = ?)",
                one));
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static void add(List<String> conditions, List<String> values, String condition, String value) {
        conditions.add(condition);
        values.add(value);
    }

    private static int count(Connection database, String where, List<String> values) throws SQLException {
        try (PreparedStatement select = prepared(database, "SELECT count(*) FROM cases c" + where, values);
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    private static Hit hit(Connection database, ResultSet row) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : COLUMNS) {
            String value = row.getString(column);
            if (value != null) {
                columns.put(column, value);
            }
        }
        List<String> findings = new ArrayList<>();
        String query = "SELECT DISTINCT id FROM findings WHERE case_id = ? LIMIT " + MOST_FINDINGS;
        try (PreparedStatement select = prepared(database, query, List.of(row.getString("id")));
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                findings.add(rows.getString(1));
            }
        }
        return new Hit(columns, findings);
    }

    private static PreparedStatement prepared(Connection database, String query, List<String> values)
            throws SQLException {
        PreparedStatement statement = database.prepareStatement(query);
        try {
            statement.setQueryTimeout(SECONDS);
            for (int at = 0; at < values.size(); at++) {
                statement.setString(at + 1, values.get(at));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }
}
