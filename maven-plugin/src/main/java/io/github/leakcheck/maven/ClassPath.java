package io.github.leakcheck.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What a module's code is compiled against.
 *
 * @param entries jars and folders; folders of modules may not exist yet
 * @param missing artifacts that could not be had, as {@code group:artifact:version}
 * @param uncompiled modules of the reactor whose output folder does not exist
 */
record ClassPath(List<Path> entries, List<String> missing, List<String> uncompiled) {
  ClassPath {
    entries = List.copyOf(entries);
    missing = List.copyOf(missing);
    uncompiled = List.copyOf(uncompiled);
  }
}
