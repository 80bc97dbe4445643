package io.github.leakcheck.check.undo.lifetimes;

import io.github.leakcheck.check.undo.Callbacks;
import io.github.leakcheck.check.undo.Endings;
import io.github.leakcheck.check.undo.Registration;
import io.github.leakcheck.check.undo.SourcePaths;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.Lifecycle;
import io.github.leakcheck.check.usage.Names;
import io.github.leakcheck.check.usage.Origin;
import io.github.leakcheck.check.usage.Origins;
import io.github.leakcheck.check.usage.Site;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Step;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells registrants that come and go while their source stays. */
public final class Registrants {
  /** Skins and delegates of controls, windows that close, and cells of lists. */
  private static final Pattern REPLACED =
      Pattern.compile(
          ".*(Skin|SkinBase|ComponentUI|Dialog|Alert|Popup|PopOver|Tooltip|ContextMenu"
              + "|(List|Table|Tree|TreeTable|Indexed)Cell)");

  private final Code code;
  private final Origins origins;
  private final Endings endings;
  private final Callbacks callbacks;
  private final SourcePaths paths;
  private final Lifecycle lifecycle;

  public Registrants(Code code) {
    this.code = code;
    this.origins = Origins.of(code);
    this.endings = new Endings(code);
    this.callbacks = new Callbacks(code);
    this.paths = new SourcePaths(code);
    this.lifecycle = Lifecycle.of(code);
  }

  /** Whether such objects come and go while what they belong to stays, as their names say. */
  public boolean areReplaced(String className) {
    return code.world().types().supertypes(className).stream()
        .anyMatch(type -> REPLACED.matcher(Names.simple(type)).matches());
  }

  /** Whether each object of the class is made for one connection, request or event. */
  public boolean areBrief(String className) {
    List<Site> made = code.made(className);
    return !made.isEmpty() && made.stream().allMatch(this::isPerEvent);
  }

  /** Whether objects of the class are ended: by a method of its own, or of all that extend it. */
  public boolean areEnded(String className) {
    if (lifecycle.ending(className).isPresent()) {
      return true;
    }
    Collection<String> below = code.world().program().directSubtypes(className);
    return isAbstract(className)
        && !below.isEmpty()
        && below.stream().allMatch(type -> lifecycle.ending(type).isPresent());
  }

  private boolean isAbstract(String className) {
    return code.world()
        .program()
        .type(className)
        .filter(type -> Access.has(type.access(), Access.ABSTRACT))
        .isPresent();
  }

  private boolean isPerEvent(Site site) {
    List<String> taken = site.method().parameters();
    return taken != null && taken.stream().anyMatch(TypeNames::isOccasion)
        || callbacks.leadTo(site.method());
  }

  /** Whether the end of the registrant still uses the source, and so could leave it. */
  public boolean useSourceAtEnd(Registration made) {
    String type = made.body().flow().source().className();
    Set<FieldKey> fields = sourceFields(made);
    for (Body body : fields.isEmpty() ? List.<Body>of() : code.bodies(type)) {
      if (endings.reach(type, body.method()) && calls(body, fields)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the method puts a new source in the place of another one, which it looks at first: the
   * old one keeps the registrant.
   */
  public boolean replaceSource(Registration made) {
    Body body = made.body();
    Set<Origin> sources = givers(body, made.node(), made.call().receiver());
    boolean given = sources.stream().anyMatch(Origin::isGiven);
    if (!given || body.method().isConstructor() || body.flow().isLambdaBody()) {
      return false;
    }
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && !store.field().isStatic()
          && origins.isAny(body, node.id(), store.value(), sources)
          && looksAt(body, code.key(store.field()), node.id())) {
        return true;
      }
    }
    return false;
  }

  /** The source, or what it is a part of: {@code next.progressProperty()}. */
  private Set<Origin> givers(Body body, int node, int register) {
    Set<Origin> owner = paths.owner(body, node, register);
    boolean given = owner.stream().anyMatch(Origin::isGiven);
    return given ? owner : origins.of(body, node, register);
  }

  private boolean looksAt(Body body, FieldKey field, int before) {
    return body.nodes().stream()
        .anyMatch(
            node ->
                node.id() < before
                    && node.step() instanceof Step.LoadField load
                    && code.key(load.field()).equals(field));
  }

  /** Fields of the registrant in which the source is kept. */
  private Set<FieldKey> sourceFields(Registration made) {
    Body body = made.body();
    Set<Origin> sources = origins.of(body, made.node(), made.call().receiver());
    Set<FieldKey> found = new HashSet<>();
    for (Origin source : sources) {
      if (source instanceof Origin.OfField field && !field.field().isStatic()) {
        found.add(code.key(field.field()));
      }
    }
    for (Node node : body.nodes()) {
      if (node.step() instanceof Step.StoreField store
          && !store.field().isStatic()
          && origins.isAny(body, node.id(), store.value(), sources)) {
        found.add(code.key(store.field()));
      }
    }
    return found;
  }

  private boolean calls(Body body, Set<FieldKey> fields) {
    return body.nodes().stream()
        .filter(node -> node.step() instanceof Step.Call)
        .flatMap(node -> origins.of(body, node.id(), ((Step.Call) node.step()).receiver()).stream())
        .anyMatch(o -> o instanceof Origin.OfField f && fields.contains(code.key(f.field())));
  }
}
