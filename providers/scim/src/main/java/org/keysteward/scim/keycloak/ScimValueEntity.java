package org.keysteward.scim.keycloak;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One value of a resource, where filters and sorting find it. Written in bulk, and never changed. */
@Entity
@Table(name = "KS_SCIM_VALUE")
@IdClass(ScimValueEntity.Key.class)
public class ScimValueEntity {
    /**
     * The primary key.
     *
     * @param attribute as its schema spells it, with the extension's URN before it
     * @param element which of several values, from 0
     * @param sub the sub-attribute; empty for none
     */
    public record Key(String scopeId, String resourceId, String attribute, int element, String sub)
            implements Serializable {}

    @Id
    @Column(name = "SCOPE_ID")
    private String scopeId = "";

    @Id
    @Column(name = "RESOURCE_ID")
    private String resourceId = "";

    @Id
    @Column(name = "ATTRIBUTE", length = 300)
    private String attribute = "";

    @Id
    @Column(name = "ELEMENT")
    private int element;

    @Id
    @Column(name = "SUB", length = 100)
    private String sub = "";

    @Column(name = "LOWER_TEXT", length = 400)
    private @Nullable String lowerText;

    @Column(name = "EXACT_TEXT", length = 400)
    private @Nullable String exactText;

    @Column(name = "NUMERIC_VALUE", precision = 38, scale = 9)
    private @Nullable BigDecimal number;

    @Column(name = "FULL_TEXT")
    private @Nullable String fullText;

    protected ScimValueEntity() {}
}
