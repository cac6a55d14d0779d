package com.example;

import dev.turnstone.Migrator;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.jdbcx.JdbcDataSource;

/** Brings the database along, adds an author, and shows all of them. */
public final class Main {

    private Main() {}

    public static void main(String[] args) throws SQLException {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:./library");
        System.out.println(Migrator.of(dataSource).apply());
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("INSERT INTO author (name) VALUES ('" + args[0] + "')");
            try (ResultSet rows = statement.executeQuery("SELECT * FROM author ORDER BY id")) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.append(rows.getMetaData().getColumnName(i).toLowerCase())
                                .append('=')
                                .append(rows.getString(i))
                                .append(' ');
                    }
                    System.out.println(row.toString().strip());
                }
            }
        }
    }
}
