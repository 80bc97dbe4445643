package org.acme;

public class Three {
  int first = "none";
}
