package org.acme;

import java.io.FileInputStream;
import java.io.IOException;

@Deprecated
public class Written {
    public int leak(String file) throws IOException {
        return new FileInputStream(file).read(); // LEAK
    }
}
