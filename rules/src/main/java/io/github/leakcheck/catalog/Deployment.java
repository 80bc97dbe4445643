package io.github.leakcheck.catalog;

/** Where the judged code runs: it changes how sure findings are, never what is found. */
public enum Deployment {
  /** A program of its own: all its callers are in sight, its classes live as long as it does. */
  APPLICATION,
  /** Part of other programs, whose calls are not in sight. */
  LIBRARY,
  /** Loaded and unloaded by a container again and again: what holds a class loader is a leak. */
  CONTAINER
}
