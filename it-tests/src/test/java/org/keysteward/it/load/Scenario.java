package org.keysteward.it.load;

/** What is measured; the wish is the highest ratio of bundle to stock that the project wants. */
enum Scenario {
    SIGN_IN("Password sign-in: login pages, forms, code, tokens", Unit.MILLISECONDS, 1.05),
    DIRECT_GRANT("Direct grant, password hashed once", Unit.MILLISECONDS, 1.05),
    HASHED_GRANT("Direct grant, password hashed as stock does", Unit.MILLISECONDS, 1.05),
    REFRESH("Refresh", Unit.MILLISECONDS, 1.05),
    MEMBER_ADD("Organization member added through stock admin REST", Unit.MILLISECONDS, 1.25),
    START_UP("Start until ready", Unit.SECONDS, 1.15),
    HEAP("Heap in use after collection", Unit.MEBIBYTES, 1.10),
    RESIDENT("Resident memory", Unit.MEBIBYTES, 1.10);

    private final String title;
    private final Unit unit;
    private final double wish;

    Scenario(String title, Unit unit, double wish) {
        this.title = title;
        this.unit = unit;
        this.wish = wish;
    }

    String title() {
        return title;
    }

    Unit unit() {
        return unit;
    }

    double wish() {
        return wish;
    }

    enum Unit {
        MILLISECONDS("ms"),
        SECONDS("s"),
        MEBIBYTES("MiB");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }
    }
}
