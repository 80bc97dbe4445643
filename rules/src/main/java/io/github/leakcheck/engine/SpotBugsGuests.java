package io.github.leakcheck.engine;

import edu.umd.cs.findbugs.DetectorFactory;
import edu.umd.cs.findbugs.DetectorFactoryCollection;
import edu.umd.cs.findbugs.FirstPassDetector;
import edu.umd.cs.findbugs.Plugin;
import edu.umd.cs.findbugs.PluginException;
import edu.umd.cs.findbugs.PluginLoader;
import edu.umd.cs.findbugs.config.UserPreferences;
import edu.umd.cs.findbugs.detect.NoteSuppressedWarnings;
import edu.umd.cs.findbugs.plugins.DuplicatePluginIdException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A user's SpotBugs plugins. They need SpotBugs' core around them: its analyses, and those of its
 * detectors that report nothing but gather what others build on. SpotBugs keeps plugins in its
 * statics, one of a kind in a JVM: they leave with the analysis, as the next module may bring
 * others.
 */
final class SpotBugsGuests implements AutoCloseable {
  private final List<Plugin> plugins;

  private SpotBugsGuests(List<Plugin> plugins) {
    this.plugins = plugins;
  }

  /**
   * @throws GuestException if a jar is no plugin that works here
   */
  static SpotBugsGuests load(List<Path> jars, String ours) {
    SpotBugsGuests guests = new SpotBugsGuests(new ArrayList<>());
    try {
      for (Path jar : jars) {
        PluginLoader.Summary summary = summary(jar);
        if (!summary.id.equals(ours)) { // our own rules run anyway
          guests.plugins.add(load(jar, summary.id));
        }
      }
      return guests;
    } catch (RuntimeException | Error unusable) {
      guests.close();
      throw unusable;
    }
  }

  @Override
  public void close() {
    for (Plugin plugin : plugins) {
      Plugin.removeCustomPlugin(plugin);
      try {
        plugin.close();
      } catch (IOException stillOpen) {
        // a jar that was only read: nothing is lost
      }
    }
  }

  /** Reads its two files without running anything; document types are refused. */
  private static PluginLoader.Summary summary(Path jar) {
    try {
      return PluginLoader.validate(jar.toFile());
    } catch (IllegalArgumentException none) {
      throw unusable(jar, none.getMessage(), none);
    }
  }

  private static Plugin load(Path jar, String id) {
    try {
      URL address = jar.toUri().toURL();
      ClassLoader parent = PluginLoader.class.getClassLoader();
      return PluginLoader.getPluginLoader(address, parent, false, true).loadPlugin();
    } catch (DuplicatePluginIdException second) {
      String why = "another jar has brought the plugin " + id + " already";
      throw unusable(jar, why, second);
    } catch (PluginException | MalformedURLException | RuntimeException | LinkageError broken) {
      throw unusable(jar, String.valueOf(broken.getMessage()), broken);
    }
  }

  private static GuestException unusable(Path jar, String why, Throwable cause) {
    return new GuestException(
        "the SpotBugs plugin " + jar.getFileName() + " cannot be used: " + why, cause);
  }

  boolean isEmpty() {
    return plugins.isEmpty();
  }

  boolean isOfGuest(DetectorFactory detector) {
    return detector != null && plugins.contains(detector.getPlugin());
  }

  /** The guests and the core that they stand on. */
  DetectorFactoryCollection withCore() {
    return new WithCore(plugins);
  }

  /** Detectors of the core stay silent, unless a guest's ordering needs them. */
  UserPreferences preferences(DetectorFactoryCollection detectors) {
    UserPreferences preferences = UserPreferences.createDefaultUserPreferences();
    for (DetectorFactory core : detectors.getCorePlugin().getDetectorFactories()) {
      preferences.enableDetector(core, core.isDefaultEnabled() && gathers(core));
    }
    plugins.stream()
        .flatMap(plugin -> plugin.getDetectorFactories().stream())
        .forEach(guest -> preferences.enableDetector(guest, guest.isDefaultEnabled()));
    return preferences;
  }

  private static boolean gathers(DetectorFactory core) {
    return core.isDetectorClassSubtypeOf(FirstPassDetector.class)
        || core.isDetectorClassSubtypeOf(NoteSuppressedWarnings.class);
  }

  /** The only constructor that takes several plugins is for heirs. */
  private static final class WithCore extends DetectorFactoryCollection {
    WithCore(Collection<Plugin> plugins) {
      super(plugins);
    }
  }
}
