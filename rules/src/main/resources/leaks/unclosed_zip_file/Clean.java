package unclosed_zip_file;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

public class Clean {

  public static int tryWithResources(File file) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      return zip.size();
    }
  }

  public static byte[] entryClosedWithTheFile(File file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file)) {
      InputStream content = zip.getInputStream(zip.getEntry(name));
      return content.readAllBytes();
    }
  }

  public static String mainClass(File file) throws IOException {
    JarFile jar = null;
    try {
      jar = new JarFile(file);
      return jar.getManifest().getMainAttributes().getValue("Main-Class");
    } finally {
      if (jar != null) {
        jar.close();
      }
    }
  }

  public static boolean fileSystem(Path zip) throws IOException {
    try (FileSystem files = FileSystems.newFileSystem(zip, (ClassLoader) null)) {
      return Files.exists(files.getPath("/META-INF"));
    }
  }

  public static Path defaultFileSystem(String name) {
    FileSystem files = FileSystems.getDefault();
    return files.getPath(name);
  }

  public static int sharedJar(URL url) throws IOException {
    JarFile jar = ((JarURLConnection) url.openConnection()).getJarFile();
    return jar.size();
  }

  public static int streamed(File file) throws IOException {
    int entries = 0;
    try (ZipInputStream zip = new ZipInputStream(new FileInputStream(file))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
      }
    }
    return entries;
  }
}
