package com.acme.c509;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

public class TerminalServer {
    public void serve(BufferedReader in, PrintWriter out) throws IOException {
        try (TerminalSession session = new TerminalSession(out::println)) {
            String line;
            while ((line = in.readLine()) != null && !"quit".equals(line)) {
                session.write("> " + line);
            }
        }
    }
}
