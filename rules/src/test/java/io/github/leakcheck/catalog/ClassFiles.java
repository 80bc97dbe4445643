package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Declarations in the JDK that runs and in some jars; classes are read, never loaded. */
final class ClassFiles implements AutoCloseable {
  private static final Map<String, Path> JDK = jdk();

  private final List<JarFile> jars = new ArrayList<>();
  private final Map<String, Optional<Declared>> known = new HashMap<>();

  /** A class: its direct supertypes, and its methods. */
  record Declared(List<String> supertypes, List<MethodRef> methods) {}

  ClassFiles(List<Path> libraries) throws IOException {
    for (Path library : libraries) {
      jars.add(new JarFile(library.toFile()));
    }
  }

  private static Map<String, Path> jdk() {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> file.getNameCount() > 2)
          .collect(
              Collectors.toMap(
                  file -> file.subpath(2, file.getNameCount()).toString(),
                  file -> file,
                  (one, other) -> one));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class of this binary name, empty if it does not exist. */
  Optional<Declared> find(String name) {
    return known.computeIfAbsent(name, this::read);
  }

  private Optional<Declared> read(String name) {
    String file = name.replace('.', '/') + ".class";
    try {
      if (JDK.containsKey(file)) {
        return Optional.of(declared(Files.readAllBytes(JDK.get(file))));
      }
      for (JarFile jar : jars) {
        ZipEntry entry = jar.getEntry(file);
        if (entry != null) {
          try (InputStream in = jar.getInputStream(entry)) {
            return Optional.of(declared(in.readAllBytes()));
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Declared declared(byte[] bytes) {
    List<String> supertypes = new ArrayList<>();
    List<MethodRef> methods = new ArrayList<>();
    String owner = new ClassReader(bytes).getClassName().replace('/', '.');
    ClassVisitor visitor =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              String signature,
              String superName,
              String[] interfaces) {
            if (superName != null) {
              supertypes.add(superName.replace('/', '.'));
            }
            for (String type : interfaces) {
              supertypes.add(type.replace('/', '.'));
            }
          }

          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            List<String> parameters =
                Stream.of(Type.getArgumentTypes(descriptor)).map(Type::getClassName).toList();
            String result = Type.getReturnType(descriptor).getClassName();
            methods.add(new MethodRef(owner, name, parameters, result));
            return null;
          }
        };
    new ClassReader(bytes)
        .accept(visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new Declared(supertypes, methods);
  }

  @Override
  public void close() throws IOException {
    for (JarFile jar : jars) {
      jar.close();
    }
  }
}
