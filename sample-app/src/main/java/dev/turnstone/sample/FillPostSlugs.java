package dev.turnstone.sample;

import dev.turnstone.annotations.DataMigration;
import dev.turnstone.data.DataContext;
import dev.turnstone.data.DataStep;
import dev.turnstone.sample.FillPostSlugsTables.POST;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes the slug of each post of its title, which Java does in one line. */
@DataMigration(tables = "post", fills = "post.slug")
public final class FillPostSlugs implements DataStep {

    @Override
    public void up(DataContext context) throws SQLException {
        String post = context.name(POST.TABLE);
        String id = context.name(POST.ID);
        Map<Long, String> titles = new LinkedHashMap<>();
        try (Statement statement = context.connection().createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + id + ", " + context.name(POST.TITLE) + " FROM " + post)) {
            while (rows.next()) {
                titles.put(rows.getLong(1), rows.getString(2));
            }
        }
        String update = "UPDATE " + post + " SET " + context.name(POST.SLUG) + " = ? WHERE " + id + " = ?";
        for (Map.Entry<Long, String> title : titles.entrySet()) {
            context.update(update, slug(title.getValue()), title.getKey());
        }
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
