package org.keysteward.roles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All roles that a realm or a tenant knows, compiled: what each gives with all that it inherits. Immutable.
 *
 * <p>A tenant's graph stands on its realm's: it adds the tenant's own roles, and compiles these alone.
 */
public final class RoleGraph {
    private final @Nullable RoleGraph templates;
    private final PermissionIndex index;
    private final int firstNumber;
    private final List<Role> numbered = new ArrayList<>();
    private final Map<String, EffectiveRole> own;

    private RoleGraph(@Nullable RoleGraph templates, PermissionIndex index, Collection<Role> roles) {
        this.templates = templates;
        this.index = index;
        this.firstNumber = templates == null ? 0 : templates.firstNumber + templates.numbered.size();
        this.own = new Compilation(roles).all();
    }

    /**
     * The roles of a realm.
     *
     * @throws CyclicRolesException where roles inherit each other
     * @throws IllegalArgumentException where a role inherits one that there is not, or two have the same key
     */
    public static RoleGraph of(Collection<Role> roles, PermissionCatalogue catalogue) {
        return new RoleGraph(null, new PermissionIndex(catalogue), roles);
    }

    /** These roles and a tenant's own; throws as {@link #of} does. */
    public RoleGraph with(Collection<Role> ofTenant) {
        return new RoleGraph(this, index, ofTenant);
    }

    public PermissionCatalogue catalogue() {
        return index.catalogue();
    }

    public Optional<EffectiveRole> role(String key) {
        return Optional.ofNullable(find(key));
    }

    /** All roles, templates first. */
    public Stream<EffectiveRole> roles() {
        var inherited = templates == null ? Stream.<EffectiveRole>empty() : templates.roles();
        return Stream.concat(inherited, numbered.stream().map(role -> own.get(role.key())));
    }

    /** The roles that inherit this one, itself not among them. */
    public Stream<EffectiveRole> heirs(String key) {
        var role = find(key);
        if (role == null) {
            return Stream.empty();
        }
        var number = numberOf(role);
        return roles().filter(other -> other != role && other.inherits(number));
    }

    /** The keys of the roles that give the permission. */
    public List<String> giving(String permission) {
        var number = index.number(permission);
        if (number == PermissionIndex.UNKNOWN && !index.open()) {
            return List.of();
        }
        return roles().filter(
                        role -> number == PermissionIndex.UNKNOWN ? role.givesBeyond(permission) : role.gives(number))
                .map(EffectiveRole::key)
                .toList();
    }

    /** The keys of the permissions that these grants give of those that are in the catalogue, sorted. */
    public List<String> expanded(Collection<Grant> grants) {
        var bits = new long[index.words()];
        index.add(grants, bits);
        return index.keys(bits);
    }

    /**
     * How a role comes by a permission: from itself to the role that grants it, the shortest way.
     *
     * @return empty where it does not
     */
    public Optional<Inheritance> inheritance(String key, String permission) {
        var before = new HashMap<String, String>();
        var waiting = new ArrayDeque<>(List.of(key));
        before.put(key, "");
        while (!waiting.isEmpty()) {
            var role = find(waiting.remove());
            if (role == null) {
                continue;
            }
            var grant = role.role().grants().stream()
                    .filter(one -> one.matches(permission))
                    .findFirst();
            if (grant.isPresent()) {
                return Optional.of(new Inheritance(way(before, role.key()), grant.get()));
            }
            for (var parent : role.role().parents()) {
                if (before.putIfAbsent(parent, role.key()) == null) {
                    waiting.add(parent);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The way from an assigned role to what it gives.
     *
     * @param roles the assigned role first, the one that grants last
     */
    public record Inheritance(List<String> roles, Grant grant) {
        public Inheritance {
            roles = List.copyOf(roles);
        }
    }

    PermissionIndex index() {
        return index;
    }

    Role numbered(int number) {
        if (number >= firstNumber) {
            return numbered.get(number - firstNumber);
        }
        if (templates == null) {
            throw new IllegalArgumentException("No role has the number " + number);
        }
        return templates.numbered(number);
    }

    private @Nullable EffectiveRole find(String key) {
        var found = own.get(key);
        return found != null || templates == null ? found : templates.find(key);
    }

    /** Its own number is the one of its lineage that it shares with nobody above it: the last that was given. */
    private static int numberOf(EffectiveRole role) {
        return role.lineage().length() - 1;
    }

    private static List<String> way(Map<String, String> before, String last) {
        var way = new ArrayDeque<String>();
        for (var step = last; !step.isEmpty(); step = before.getOrDefault(step, "")) {
            way.addFirst(step);
        }
        return List.copyOf(way);
    }

    /** Without recursion: a hierarchy may be as deep as there are roles. Parents are numbered before their heirs. */
    private final class Compilation {
        private final Map<String, Role> roles = new LinkedHashMap<>();
        private final Map<String, EffectiveRole> done = new HashMap<>();
        private final Set<String> begun = new HashSet<>();

        Compilation(Collection<Role> all) {
            for (var role : all) {
                if (roles.put(role.key(), role) != null || template(role.key()) != null) {
                    throw new IllegalArgumentException("Two roles are called " + role.key());
                }
            }
        }

        Map<String, EffectiveRole> all() {
            roles.values().forEach(this::compile);
            return Map.copyOf(done);
        }

        private void compile(Role first) {
            var waiting = new ArrayDeque<>(List.of(first));
            while (!waiting.isEmpty()) {
                var role = waiting.element();
                if (done.containsKey(role.key())) {
                    waiting.remove();
                    continue;
                }
                begun.add(role.key());
                var missing = role.parents().stream()
                        .filter(parent -> compiled(parent) == null)
                        .findFirst();
                if (missing.isPresent()) {
                    waiting.push(parent(role, missing.get()));
                } else {
                    waiting.remove();
                    done.put(role.key(), effective(role));
                }
            }
        }

        private Role parent(Role role, String key) {
            var parent = roles.get(key);
            if (parent == null) {
                throw new IllegalArgumentException(
                        "The role " + role.key() + " inherits " + key + ", which is not there");
            }
            // Depth first, so that a cycle is reported at the edge that closes it.
            if (begun.contains(key)) {
                throw new CyclicRolesException(role.key(), key);
            }
            return parent;
        }

        private @Nullable EffectiveRole compiled(String key) {
            var own = done.get(key);
            return own == null ? template(key) : own;
        }

        private @Nullable EffectiveRole template(String key) {
            return templates == null ? null : templates.find(key);
        }

        private EffectiveRole effective(Role role) {
            var lineage = new BitSet();
            var bits = new long[index.words()];
            var beyond = new TreeSet<Grant>();
            for (var key : role.parents()) {
                var parent = compiled(key);
                if (parent == null) {
                    throw new IllegalStateException("The parent " + key + " was not compiled");
                }
                lineage.or(parent.lineage());
                beyond.addAll(parent.beyond());
                for (var word = 0; word < bits.length; word++) {
                    bits[word] |= parent.permissions()[word];
                }
            }
            lineage.set(firstNumber + numbered.size());
            numbered.add(role);
            index.add(role.grants(), bits);
            role.grants().stream().filter(index::reachesBeyond).forEach(beyond::add);
            return new EffectiveRole(RoleGraph.this, role, lineage, bits, beyond);
        }
    }
}
