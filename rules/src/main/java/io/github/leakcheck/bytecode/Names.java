package io.github.leakcheck.bytecode;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.objectweb.asm.Type;

/**
 * Turns names of the class file format ({@code java/util/Map$Entry}, {@code ([IJ)V}) into those of
 * the facts. Equal names come out as one object.
 */
final class Names {
  private record Shape(List<String> parameters, String result) {}

  private final Map<String, String> binary = new HashMap<>();
  private final Map<String, String> types = new HashMap<>();
  private final Map<String, Shape> shapes = new HashMap<>();

  private final BinaryOperator<String> declaring;

  /** Fields are said to belong to the class that code names. */
  Names() {
    this((owner, field) -> owner);
  }

  /** {@code declaring} turns the class that code names, and a field's name, into its owner. */
  Names(BinaryOperator<String> declaring) {
    this.declaring = declaring;
  }

  /** {@code java/util/Map$Entry} or, as operands of some instructions have it, {@code [I}. */
  String binary(String internal) {
    String name = binary.get(internal);
    if (name == null) {
      name = internal.startsWith("[") ? type(internal) : internal.replace('/', '.');
      binary.put(internal, name);
    }
    return name;
  }

  List<String> binary(List<String> internals) {
    return internals == null ? List.of() : internals.stream().map(this::binary).toList();
  }

  /** The type of a descriptor: {@code [I} is {@code int[]}. */
  String type(String descriptor) {
    String name = types.get(descriptor);
    if (name == null) {
      name = Type.getType(descriptor).getClassName();
      types.put(descriptor, name);
    }
    return name;
  }

  MethodRef method(String owner, String name, String descriptor) {
    Shape shape = shape(descriptor);
    return new MethodRef(binary(owner), name, shape.parameters(), shape.result());
  }

  FieldRef field(String owner, String name, String descriptor, boolean isStatic) {
    return new FieldRef(declaring.apply(binary(owner), name), name, type(descriptor), isStatic);
  }

  /** Parameter types of a method descriptor. */
  List<String> parameters(String descriptor) {
    return shape(descriptor).parameters();
  }

  /** Return type of a method descriptor. */
  String result(String descriptor) {
    return shape(descriptor).result();
  }

  private Shape shape(String descriptor) {
    Shape shape = shapes.get(descriptor);
    if (shape == null) {
      List<String> parameters = new ArrayList<>();
      for (Type parameter : Type.getArgumentTypes(descriptor)) {
        parameters.add(type(parameter.getDescriptor()));
      }
      String result = type(Type.getReturnType(descriptor).getDescriptor());
      shape = new Shape(List.copyOf(parameters), result);
      shapes.put(descriptor, shape);
    }
    return shape;
  }

  /** {@code Lorg/acme/Owning;} as {@code Owning}. */
  static String simple(String descriptor) {
    String name = Type.getType(descriptor).getClassName();
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
