package com.acme.c720;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;

public class LineServer {

    private final RouteTable routes = new RouteTable();

    public void serve(BufferedReader in, PrintWriter out) throws IOException {
        String line;
        while ((line = in.readLine()) != null) {
            int space = line.indexOf(' ');
            String path = space < 0 ? line : line.substring(0, space);
            out.println(routes.serve(path, space < 0 ? "" : line.substring(space + 1)));
            out.flush();
        }
    }
}
