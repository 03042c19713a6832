package org.keysteward.kernel;

import java.util.List;

/** What must not be deleted for the time being, whoever asks. */
public interface LegalHolds {
    /** Why nothing of the tenant may be deleted, for people; empty where it may. */
    List<String> on(TenantRef tenant);

    /** Why nothing of the person may be deleted, for people; empty where it may. */
    List<String> onPerson(String userId);
}
