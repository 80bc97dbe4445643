package org.acme.orders;

/** One order: {@code number;article;amount} on the wire. */
public record Order(String number, String article, int amount) {

  static Order parse(String line) {
    String[] parts = line.strip().split(";");
    if (parts.length != 3) {
      throw new IllegalArgumentException("expected number;article;amount");
    }
    return new Order(parts[0], parts[1], Integer.parseInt(parts[2]));
  }
}
