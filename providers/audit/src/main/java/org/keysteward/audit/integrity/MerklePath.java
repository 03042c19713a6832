package org.keysteward.audit.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The hashes that lead from a leaf to the root of its tree (RFC 6962, section 2.1.1), the leaf's neighbour first. */
public record MerklePath(List<Step> steps) {
    /** On which side of what was reached so far a hash stands. */
    public enum Side {
        LEFT,
        RIGHT
    }

    public record Step(Side side, Hash hash) {}

    public MerklePath {
        steps = List.copyOf(steps);
    }

    /**
     * The root that this path leads to; nothing where a leaf at this place in a tree of this size has another path.
     * Without that, a path would prove that the leaf is somewhere, and not where.
     */
    public Optional<Hash> root(byte[] leaf, long index, long size) {
        if (index < 0
                || index >= size
                || !steps.stream().map(Step::side).toList().equals(sides(index, size))) {
            return Optional.empty();
        }
        var hash = MerkleTree.leafHash(leaf);
        for (var step : steps) {
            hash = step.side() == Side.LEFT
                    ? MerkleTree.nodeHash(step.hash(), hash)
                    : MerkleTree.nodeHash(hash, step.hash());
        }
        return Optional.of(hash);
    }

    private static List<Side> sides(long index, long size) {
        var sides = new ArrayList<Side>();
        var last = size - 1;
        for (var place = index; last > 0; place >>= 1, last >>= 1) {
            if ((place & 1) == 1) {
                sides.add(Side.LEFT);
            } else if (place < last) {
                sides.add(Side.RIGHT);
            }
        }
        return sides;
    }
}
