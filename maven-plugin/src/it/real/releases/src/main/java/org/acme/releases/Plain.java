package org.acme.releases;

import java.io.FileInputStream;
import java.io.IOException;

public class Plain {
    public int leak(String file) throws IOException {
        return new FileInputStream(file).read(); // LEAK
    }
}
