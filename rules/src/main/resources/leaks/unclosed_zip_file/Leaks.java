package unclosed_zip_file;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

public class Leaks {

  public static int neverClosed(File file) throws IOException {
    ZipFile zip = new ZipFile(file); // LEAK
    return zip.size();
  }

  public static Manifest receiverOfAChain(String path) throws IOException {
    return new JarFile(path).getManifest(); // LEAK
  }

  public static byte[] missingEntry(File file, String name) throws IOException {
    ZipFile zip = new ZipFile(file); // LEAK
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    byte[] content = zip.getInputStream(entry).readAllBytes();
    zip.close();
    return content;
  }

  public static String mainClass(File file) {
    try {
      JarFile jar = new JarFile(file, true); // LEAK
      String name = jar.getManifest().getMainAttributes().getValue("Main-Class");
      jar.close();
      return name;
    } catch (IOException e) {
      return null;
    }
  }

  public static boolean fileSystem(Path zip) throws IOException {
    FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true")); // LEAK
    return Files.exists(files.getPath("/META-INF"));
  }

  public static void written(File file) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(new FileOutputStream(file)); // LEAK: unclosed-file-stream
    zip.putNextEntry(new ZipEntry("a.txt"));
    zip.write('a');
    zip.closeEntry();
    zip.finish();
  }

  public static int tar(File file) throws IOException {
    TarFile tar = new TarFile(file); // LEAK
    return tar.getEntries().size();
  }
}
