package com.acme.p727;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

public class NodeValidator {

    private final Map<String, Integer> nodes;

    public NodeValidator(Map<String, Integer> nodes) {
        this.nodes = Map.copyOf(nodes);
    }

    public Map<String, Boolean> validate() throws IOException, InterruptedException {
        Map<String, Boolean> result = new TreeMap<>();
        for (Map.Entry<String, Integer> node : nodes.entrySet()) {
            LedgerClient client = new LedgerClient(node.getKey(), node.getValue());
            try {
                result.put(node.getKey(), client.query(new byte[] {1}).get(5, TimeUnit.SECONDS).length > 0);
            } catch (ExecutionException | TimeoutException e) {
                result.put(node.getKey(), false);
            } finally {
                client.close(Duration.ofSeconds(5));
            }
        }
        return result;
    }
}
