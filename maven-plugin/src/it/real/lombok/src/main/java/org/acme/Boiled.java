package org.acme;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import lombok.Builder;
import lombok.Cleanup;
import lombok.Data;
import lombok.SneakyThrows;

@Data
@Builder
public class Boiled {
    private final String name;
    private int size;

    public int cleaned() throws IOException {
        @Cleanup InputStream in = new FileInputStream(name);
        return in.read();
    }

    @SneakyThrows
    public int leak() {
        return new FileInputStream(name).read(); // LEAK
    }
}
