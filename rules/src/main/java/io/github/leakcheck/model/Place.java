package io.github.leakcheck.model;

/**
 * Where something stands.
 *
 * @param file source file: absolute path once placed, else the path inside its source root ({@code
 *     org/acme/Cache.java}) as a class file tells it
 * @param span region in that file
 * @param member enclosing member as the source declares it (a lambda's code belongs to the member
 *     around it)
 */
public record Place(String file, Span span, Member member) {
  /** The same place with another region. */
  public Place at(Span exact) {
    return new Place(file, exact, member);
  }
}
