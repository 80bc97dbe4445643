package com.acme.p604;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A replication pipeline of storage nodes. */
public class ReplicaPipeline {
    private final String id;
    private final List<Member> members = new ArrayList<>();
    private final ThreadLocal<List<Member>> ordered = new ThreadLocal<>();

    public ReplicaPipeline(String id, Collection<String> nodes) {
        this.id = id;
        nodes.forEach(n -> members.add(new Member(n)));
    }

    public String id() {
        return id;
    }

    public void orderBy(Comparator<String> distance) {
        List<Member> nodes = new ArrayList<>(members);
        nodes.sort(Comparator.comparing(Member::node, distance));
        ordered.set(nodes);
    }

    public List<String> nodesInOrder() {
        List<Member> nodes = ordered.get();
        return (nodes == null ? members : nodes).stream().map(Member::toString).collect(Collectors.toList());
    }

    private final class Member {
        private final String node;

        Member(String node) {
            this.node = node;
        }

        String node() {
            return node;
        }

        @Override
        public String toString() {
            return id + "@" + node;
        }
    }
}
