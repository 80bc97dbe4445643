package com.acme.p701;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

public class BlobStore {

    private final Path root;

    public BlobStore(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    public boolean contains(String digest) {
        return Files.isRegularFile(locate(digest));
    }

    public void put(String digest, InputStream content) throws IOException {
        if (contains(digest)) {
            return;
        }
        try (BlobLocks.Held held = BlobLocks.acquire(digest)) {
            if (contains(held.digest())) {
                return;
            }
            Path target = locate(digest);
            Files.createDirectories(target.getParent());
            Path part = target.resolveSibling(digest + ".part");
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    public void evict(String digest) throws IOException {
        try (BlobLocks.Held held = BlobLocks.acquire(digest)) {
            Files.deleteIfExists(locate(held.digest()));
        }
    }

    private Path locate(String digest) {
        return root.resolve(digest.substring(0, 2)).resolve(digest);
    }
}
