package org.keysteward.it.load;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.keysteward.it.harness.TestRealm;

/**
 * Cursors of the first records of a realm: gathered while there are few, they lead to the last page of the list
 * when there are millions, without walking there.
 */
final class DeepCursors {
    private static final int PAGE = 100;
    private static final int SHORT = 300;

    private DeepCursors() {}

    /** Cursors behind which a whole page is left, and at most two. */
    static List<String> gather(LoadClient client, TestRealm realm) {
        List<String> cursors = new ArrayList<>();
        String cursor = "";
        long seq = Long.MAX_VALUE;
        do {
            String path =
                    "/audit?limit=" + (seq > SHORT + PAGE ? PAGE : 1) + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
            JsonPath page =
                    new JsonPath(client.read(realm, path, realm.keycloak().administratorToken()));
            String next = page.getString("nextCursor");
            if (next == null) {
                throw new IllegalStateException("The realm has too few records yet: let more people sign in");
            }
            cursor = next;
            seq = page.getLong("items[-1].seq");
            if (seq > PAGE && seq <= SHORT) {
                cursors.add(cursor);
            }
        } while (seq > PAGE + 1);
        return cursors;
    }
}
