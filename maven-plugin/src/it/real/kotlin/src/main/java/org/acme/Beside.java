package org.acme;

import java.io.FileInputStream;
import java.io.IOException;

public class Beside {
    public int leak(String file) throws IOException {
        return new FileInputStream(file).read(); // LEAK
    }
}
