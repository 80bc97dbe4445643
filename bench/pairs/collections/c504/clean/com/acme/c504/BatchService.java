package com.acme.c504;

import java.util.List;

public class BatchService {
    public void execute(List<String> steps) {
        try (BatchRun run = new BatchRun(steps)) {
            for (String step : steps) {
                run.processed(step, step.length());
            }
        }
    }
}
