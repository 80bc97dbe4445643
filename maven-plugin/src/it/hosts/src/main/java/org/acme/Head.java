package org.acme;

import java.io.FileInputStream;
import java.io.IOException;

public class Head {
    public static int first(String file) throws IOException {
        return new FileInputStream(file).read();
    }
}
