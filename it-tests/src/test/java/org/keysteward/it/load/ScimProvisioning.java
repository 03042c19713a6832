package org.keysteward.it.load;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keysteward.it.harness.Database;
import org.keysteward.it.harness.EmbeddedPostgresql;
import org.keysteward.it.harness.Settings;
import org.keysteward.it.load.Candidate.Running;

/** Measures provisioning by SCIM beside the preview that Keycloak has of its own, both on one PostgreSQL. */
public final class ScimProvisioning {
    private static final Map<String, String> POSTGRESQL = Map.of("shared_buffers", "1GB", "max_wal_size", "4GB");
    private static final int PAGE = 100;
    /** Of the first realm; in the others, what the servers have compiled is only filled with other rows. */
    private static final int WARM_UP = 1000;

    private static final int WARM_UP_AGAIN = 100;
    private static final int PAGE_AMONG = 20;
    private static final int POST_AMONG = 4;
    private static final int REQUESTS = 200;
    /** Of what may take half a second each. */
    private static final int PAGES = 25;

    private static final int BULK = 1000;
    private static final int BULKS = 3;
    private static final double WISHED_BULK = 3;
    private static final double WISHED_GROWTH = 1.5;
    private static final double WISHED_MEMBER = 2;
    /** Visits all users, in no order. */
    private static final int STEP = 7919;

    private final Report report = new Report("Provisioning by SCIM");
    private final Running stock;
    private final Running bundle;
    private final Database ofStock;
    private final Database ofBundle;
    private int made;

    private ScimProvisioning(Running stock, Database ofStock, Running bundle, Database ofBundle) {
        this.stock = stock;
        this.ofStock = ofStock;
        this.bundle = bundle;
        this.ofBundle = ofBundle;
    }

    public static void main(String[] arguments) {
        List<Integer> sizes = Stream.of(
                        System.getProperty("load.users", "10000,100000").split(","))
                .map(Integer::valueOf)
                .toList();
        try (EmbeddedPostgresql postgresql = EmbeddedPostgresql.start(POSTGRESQL)) {
            Database ofStock = postgresql.emptyDatabase();
            Database ofBundle = postgresql.emptyDatabase();
            try (Running stock = new Candidate(
                                    Variant.STOCK,
                                    Load.distribution("stock-scim", List.of(), "--features=scim-api"),
                                    ofStock)
                            .start();
                    Running bundle = new Candidate(
                                    Variant.BUNDLE,
                                    Load.distribution("bundle", List.of(Settings.BUNDLE.path())),
                                    ofBundle)
                            .start()) {
                new ScimProvisioning(stock, ofStock, bundle, ofBundle).measure(sizes);
            }
        }
    }

    private void measure(List<Integer> sizes) {
        report.fact(
                "built-in: the preview of SCIM that Keycloak has of its own (feature scim-api), on a database of the"
                        + " same PostgreSQL; requests in turn, one client");
        report.fact(
                "%d requests each, %d where it is pages; each user has a name, an address, an externalId, five further"
                                .formatted(REQUESTS, PAGES)
                        + " attributes and a group");
        List<ProvisionedRealm> theirs = sizes.stream()
                .map(size -> ProvisionedRealm.builtIn(stock, ofStock, size))
                .toList();
        List<ProvisionedRealm> ours = sizes.stream()
                .map(size -> ProvisionedRealm.ours(bundle, ofBundle, size))
                .toList();
        report.columns("", "users", "built-in: p50, p95", "ours: p50, p95", "times faster", "wish", "met");
        for (int at = 0; at < sizes.size(); at++) {
            warmUp(theirs.get(at), at == 0 ? WARM_UP : WARM_UP_AGAIN);
            warmUp(ours.get(at), at == 0 ? WARM_UP : WARM_UP_AGAIN);
            compare(theirs.get(at), ours.get(at));
        }
        ProvisionedRealm few = ours.get(0);
        ProvisionedRealm many = ours.get(ours.size() - 1);
        report.columns("ours alone", few.size() + " users: p50", many.size() + " users: p50", "ratio", "wish", "met");
        grow(few, many);
        report.columns("ours alone", "measured", "beside", "ratio", "wish", "met");
        bulks(many);
        members(many);
        report.write();
    }

    private void compare(ProvisionedRealm theirs, ProvisionedRealm ours) {
        int size = ours.size();
        page("page of 100 full users, the first", 1, theirs, ours);
        page("the same in the middle", size / 2, theirs, ours);
        page("the last", size - PAGE + 1, theirs, ours);
        List<Integer> some = some(size);
        List<String> theirIds = theirs.ids(some);
        List<String> ourIds = ours.ids(some);
        compare(
                "GET by id",
                4,
                REQUESTS,
                size,
                number -> theirs.scim().read("/Users/" + theirIds.get(number)),
                number -> ours.scim().read("/Users/" + ourIds.get(number)));
        found("userName eq", "userName eq \"%s\"", ProvisionedRealm::userName, 8, theirs, ours, some);
        found("externalId eq", "externalId eq \"%s\"", ProvisionedRealm::externalId, 8, theirs, ours, some);
        String inDomain = "emails co \"@d0.\"";
        ProvisionedRealm.requireAnswers(theirs.scim().find(inDomain, PAGE), ManyUsers.IN_DEPARTMENT, PAGE);
        ProvisionedRealm.requireAnswers(ours.scim().find(inDomain, PAGE), ManyUsers.IN_DEPARTMENT, PAGE);
        compare(
                "emails co, page of 100 of 1000 hits",
                9,
                PAGES,
                size,
                number -> theirs.scim().find(domain(number, size), PAGE),
                number -> ours.scim().find(domain(number, size), PAGE));
        int first = made;
        made += REQUESTS;
        compare(
                "POST, one thread",
                1.5,
                REQUESTS,
                size,
                number -> theirs.create(first + number),
                number -> ours.create(first + number));
    }

    private void page(String name, int startIndex, ProvisionedRealm theirs, ProvisionedRealm ours) {
        ProvisionedRealm.requireAnswers(theirs.scim().list(startIndex, PAGE), -1, PAGE);
        ProvisionedRealm.requireAnswers(ours.scim().list(startIndex, PAGE), -1, PAGE);
        compare(
                name,
                9,
                PAGES,
                ours.size(),
                number -> theirs.scim().list(startIndex, PAGE),
                number -> ours.scim().list(startIndex, PAGE));
    }

    private interface Naming {
        String of(int number);
    }

    private void found(
            String name,
            String filter,
            Naming naming,
            double wish,
            ProvisionedRealm theirs,
            ProvisionedRealm ours,
            List<Integer> some) {
        String one = filter.formatted(naming.of(some.get(0)));
        ProvisionedRealm.requireAnswers(theirs.scim().find(one, PAGE), 1, 1);
        ProvisionedRealm.requireAnswers(ours.scim().find(one, PAGE), 1, 1);
        compare(
                name,
                wish,
                REQUESTS,
                ours.size(),
                number -> theirs.scim().find(filter.formatted(naming.of(some.get(number))), PAGE),
                number -> ours.scim().find(filter.formatted(naming.of(some.get(number))), PAGE));
    }

    private void compare(String name, double wish, int requests, int users, IntConsumer theirs, IntConsumer ours) {
        List<Latencies> measured = inTurn(requests, theirs, ours);
        double ratio = measured.get(0).median() / measured.get(1).median();
        report.row(
                name,
                String.valueOf(users),
                millis(measured.get(0)),
                millis(measured.get(1)),
                number("%.1f", ratio),
                number("≥ %.1f", wish),
                Report.met(ratio >= wish));
    }

    private void grow(ProvisionedRealm few, ProvisionedRealm many) {
        List<Integer> ofFew = some(few.size());
        List<Integer> ofMany = some(many.size());
        List<String> idsOfFew = few.ids(ofFew);
        List<String> idsOfMany = many.ids(ofMany);
        grown(
                "GET by id",
                true,
                number -> few.scim().read("/Users/" + idsOfFew.get(number)),
                number -> many.scim().read("/Users/" + idsOfMany.get(number)));
        for (String filter : List.of("userName eq \"user-%s\"", "externalId eq \"e-%s\"")) {
            grown(
                    filter.substring(0, filter.indexOf(" \"")),
                    true,
                    number -> few.scim().find(filter.formatted(ManyUsers.number(ofFew.get(number))), PAGE),
                    number -> many.scim().find(filter.formatted(ManyUsers.number(ofMany.get(number))), PAGE));
        }
        grown(
                "emails eq",
                true,
                number -> few.scim().find("emails eq \"" + few.email(ofFew.get(number)) + "\"", PAGE),
                number -> many.scim().find("emails eq \"" + many.email(ofMany.get(number)) + "\"", PAGE));
        CursorWalk throughFew = new CursorWalk(few.scim(), PAGE);
        CursorWalk throughMany = new CursorWalk(many.scim(), PAGE);
        grown("page of 100 by cursor", true, number -> throughFew.next(), number -> throughMany.next());
        grown(
                "page of 100 in the middle by index, with its total",
                false,
                number -> few.scim().list(few.size() / 2, PAGE),
                number -> many.scim().list(many.size() / 2, PAGE));
        grown(
                "emails co, page of 100 of 1000 hits, with its total",
                false,
                number -> few.scim().find(domain(number, few.size()), PAGE),
                number -> many.scim().find(domain(number, many.size()), PAGE));
    }

    private void grown(String name, boolean wished, IntConsumer ofFew, IntConsumer ofMany) {
        List<Latencies> measured = inTurn(wished ? REQUESTS : PAGES, ofFew, ofMany);
        double ratio = measured.get(1).median() / measured.get(0).median();
        report.row(
                name,
                millis(measured.get(0)),
                millis(measured.get(1)),
                number("%.2f", ratio),
                wished ? number("≤ %.1f", WISHED_GROWTH) : "",
                wished ? Report.met(ratio <= WISHED_GROWTH) : "");
    }

    private void bulks(ProvisionedRealm realm) {
        double[] single = new double[REQUESTS];
        for (int number = 0; number < REQUESTS; number++) {
            int one = made++;
            single[number] = Latencies.millis(() -> realm.create(one));
        }
        double[] each = new double[BULKS];
        for (int number = -1; number < BULKS; number++) {
            int first = made;
            made += BULK;
            double millis = Latencies.millis(() -> realm.createInBulk(first, BULK)) / BULK;
            if (number >= 0) {
                each[number] = millis;
            }
        }
        double alone = Median.of(single);
        double inBulk = Median.of(each);
        report.row(
                "a user in a Bulk of 1000 POSTs, beside a POST of its own",
                number("%.2f ms", inBulk),
                number("%.2f ms", alone),
                number("%.1f times faster", alone / inBulk),
                number("≥ %.1f", WISHED_BULK),
                Report.met(alone / inBulk >= WISHED_BULK));
    }

    /** Whoever was added is taken out again: the empty group is empty each time. */
    private void members(ProvisionedRealm realm) {
        String empty = realm.createGroup("Empty");
        List<String> newcomers = IntStream.range(0, REQUESTS)
                .mapToObj(number -> realm.create(made++))
                .toList();
        newcomers.forEach(id -> addAndRemove(realm, id, empty));
        newcomers.forEach(id -> addAndRemove(realm, id, realm.group()));
        double[] toFull = new double[REQUESTS];
        double[] toEmpty = new double[REQUESTS];
        for (int number = 0; number < REQUESTS; number++) {
            toFull[number] = addAndRemove(realm, newcomers.get(number), realm.group());
            toEmpty[number] = addAndRemove(realm, newcomers.get(number), empty);
        }
        double ratio = Median.of(toFull) / Median.of(toEmpty);
        report.row(
                "a member added to a group of " + realm.size() + ", beside an empty one",
                millis(Latencies.of(toFull)),
                millis(Latencies.of(toEmpty)),
                number("%.2f", ratio),
                number("≤ %.1f", WISHED_MEMBER),
                Report.met(ratio <= WISHED_MEMBER));
    }

    private static double addAndRemove(ProvisionedRealm realm, String user, String group) {
        double millis = Latencies.millis(() -> realm.patchMembers(group, "add", user));
        realm.patchMembers(group, "remove", user);
        return millis;
    }

    /** Both servers with every request, so that whatever else the machine does meets both alike. */
    private static List<Latencies> inTurn(int requests, IntConsumer... servers) {
        double[][] millis = new double[servers.length][requests];
        for (int number = 0; number < requests; number++) {
            int sent = number;
            for (int turn :
                    Turns.rotated(IntStream.range(0, servers.length).boxed().toList(), number)) {
                millis[turn][number] = Latencies.millis(() -> servers[turn].accept(sent));
            }
        }
        return Arrays.stream(millis).map(Latencies::of).toList();
    }

    /** A server that has just started compiles for a while. */
    private void warmUp(ProvisionedRealm realm, int times) {
        List<Integer> some = some(realm.size());
        List<String> ids = realm.ids(some);
        for (int number = 0; number < times; number++) {
            int one = some.get(number % some.size());
            realm.scim().read("/Users/" + ids.get(number % ids.size()));
            realm.scim().find("userName eq \"" + ProvisionedRealm.userName(one) + "\"", PAGE);
            realm.scim().find("externalId eq \"" + ProvisionedRealm.externalId(one) + "\"", PAGE);
            if (number % PAGE_AMONG == 0) {
                realm.scim().list(1 + number, PAGE);
                realm.scim().find(domain(number, realm.size()), PAGE);
            }
            if (number % POST_AMONG == 0) {
                realm.create(made++);
            }
        }
    }

    private static List<Integer> some(int size) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> (int) ((long) number * STEP % size))
                .collect(Collectors.toList());
    }

    private static String domain(int number, int size) {
        return "emails co \"@d" + number % (size / ManyUsers.IN_DEPARTMENT) + ".\"";
    }

    private static String millis(Latencies latencies) {
        return number("%.1f ms", latencies.median()) + ", " + number("%.1f ms", latencies.p95());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    /** Walks through all users, and begins anew behind the last. */
    private static final class CursorWalk {
        private final ScimEndpoint scim;
        private final int count;
        private String cursor = "";

        CursorWalk(ScimEndpoint scim, int count) {
            this.scim = scim;
            this.count = count;
        }

        void next() {
            String page = scim.read("/Users?count=" + count + "&cursor=" + ScimEndpoint.encoded(cursor));
            // Not by a parser: the client's work is measured too.
            int at = page.indexOf("\"nextCursor\":\"");
            cursor = at < 0 ? "" : page.substring(at + 14, page.indexOf('"', at + 14));
        }
    }
}
