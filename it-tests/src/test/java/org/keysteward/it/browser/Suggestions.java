package org.keysteward.it.browser;

import com.microsoft.playwright.Locator;

/** What is offered below a field while something is typed into it. */
final class Suggestions {
    private Suggestions() {}

    /** The suggestion of this name, when this was typed. */
    static Locator of(Locator field, String typed, String name) {
        field.fill(typed);
        return field.page().locator("datalist[id='" + field.getAttribute("list") + "'] option[value='" + name + "']");
    }
}
