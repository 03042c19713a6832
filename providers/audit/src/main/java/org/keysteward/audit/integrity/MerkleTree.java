package org.keysteward.audit.integrity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * The Merkle tree of RFC 6962, section 2.1, over leaves that come one after the other. What is kept of them is one hash
 * for each level.
 */
public final class MerkleTree {
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    /** A complete subtree, of a size that is a power of two. */
    private record Subtree(long size, Hash hash) {}

    private final Deque<Subtree> subtrees = new ArrayDeque<>();

    public void add(byte[] leaf) {
        var subtree = new Subtree(1, leafHash(leaf));
        for (var left = subtrees.peekLast();
                left != null && left.size() == subtree.size();
                left = subtrees.peekLast()) {
            subtrees.removeLast();
            subtree = new Subtree(2 * left.size(), nodeHash(left.hash(), subtree.hash()));
        }
        subtrees.addLast(subtree);
    }

    /** The hash of the tree over what was added so far. */
    public Hash root() {
        var fromTheRight = subtrees.descendingIterator();
        if (!fromTheRight.hasNext()) {
            return Hash.over();
        }
        var root = fromTheRight.next().hash();
        while (fromTheRight.hasNext()) {
            root = nodeHash(fromTheRight.next().hash(), root);
        }
        return root;
    }

    public static Hash root(List<byte[]> leaves) {
        var tree = new MerkleTree();
        leaves.forEach(tree::add);
        return tree.root();
    }

    /**
     * The way from a leaf to the root (section 2.1.1).
     *
     * @throws IndexOutOfBoundsException where there is no such leaf
     */
    public static MerklePath path(List<byte[]> leaves, int index) {
        if (index < 0 || index >= leaves.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        var fromTheRoot = new ArrayList<MerklePath.Step>();
        var below = leaves;
        var position = index;
        while (below.size() > 1) {
            var split = Integer.highestOneBit(below.size() - 1);
            var left = below.subList(0, split);
            var right = below.subList(split, below.size());
            if (position < split) {
                fromTheRoot.add(new MerklePath.Step(MerklePath.Side.RIGHT, root(right)));
                below = left;
            } else {
                fromTheRoot.add(new MerklePath.Step(MerklePath.Side.LEFT, root(left)));
                below = right;
                position -= split;
            }
        }
        Collections.reverse(fromTheRoot);
        return new MerklePath(fromTheRoot);
    }

    static Hash leafHash(byte[] leaf) {
        return Hash.over(LEAF, leaf);
    }

    static Hash nodeHash(Hash left, Hash right) {
        return Hash.over(NODE, left.bytes(), right.bytes());
    }
}
