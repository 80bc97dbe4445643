package io.github.leakcheck.check.growth.neighbours;

import io.github.leakcheck.check.World;
import io.github.leakcheck.check.growth.Alongside;
import io.github.leakcheck.check.growth.Growths;
import io.github.leakcheck.check.growth.Leads;
import io.github.leakcheck.check.growth.OneByOne;
import io.github.leakcheck.check.growth.Shared;
import io.github.leakcheck.check.growth.Wording;
import io.github.leakcheck.check.usage.Body;
import io.github.leakcheck.check.usage.Code;
import io.github.leakcheck.check.usage.Draft;
import io.github.leakcheck.check.usage.Effects;
import io.github.leakcheck.check.usage.FieldKey;
import io.github.leakcheck.check.usage.FieldUses;
import io.github.leakcheck.check.usage.Key.Domain;
import io.github.leakcheck.check.usage.Use;
import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.TypeFacts;
import io.github.leakcheck.facts.TypeFacts.FieldFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds entries that outlive what they belong to: a connection knows its sessions, and beside them
 * the consumers of all sessions; who closes a session takes that out, and leaves its consumers.
 */
public final class Orphans {
  private static final Set<String> ASKS = Set.of("isEmpty", "size");

  /** Who is no longer muted or idle leaves a collection, too, and has not ended. */
  private static final Pattern ENDS =
      Pattern.compile(
          "(close|end|remove|delete|destroy|dispose|leave|tear|unregister|deregister|disconnect"
              + "|terminate|drop|evict|kill|finish|logout)(\\p{Upper}.*)?"
              + "|\\w+(Closed?|Ended|Removed?|Deleted?|Destroyed?|Disconnected?|Unregistered|Left"
              + "|Terminated?|Lost|Gone|Expired|Evicted)(\\p{Upper}.*)?");

  private final Code code;
  private final Effects effects;
  private final FieldUses fieldUses;
  private final OneByOne oneByOne;
  private final Growths growths;
  private final Leads leads;
  private final Alongside alongside;
  private final Shared shared;
  private final Parents parents;
  private final Wording wording;

  private Orphans(World world) {
    this.code = Code.of(world);
    this.effects = Effects.of(world);
    this.fieldUses = FieldUses.of(world);
    this.oneByOne = new OneByOne(code);
    this.growths = new Growths(code);
    this.leads = new Leads(code);
    this.alongside = new Alongside(code);
    this.shared = Shared.of(code);
    this.parents = new Parents(code);
    this.wording = new Wording(code);
  }

  /** The judge of this analysis. */
  public static Orphans of(World world) {
    return world.once(Orphans.class, Orphans::new);
  }

  /** What is wrong with one field, empty if there is nothing to say. */
  public Optional<Draft> judge(TypeFacts owner, FieldFacts field) {
    if (!shared.mayLast(owner, field)) {
      return Optional.empty();
    }
    FieldKey key = new FieldKey(owner.name(), field.name());
    List<Use> uses = fieldUses.of(key);
    List<Use> single = oneByOne.of(uses);
    return single.isEmpty() || uses.stream().anyMatch(use -> use.kind() == Use.Kind.PASSED)
        ? Optional.empty()
        : growths.of(uses, key, Access.has(field.access(), Access.STATIC)).stream()
            .filter(growth -> growth.key().domain().compareTo(Domain.UNKNOWN) >= 0)
            .flatMap(growth -> draft(owner, field, growth.use(), uses).stream())
            .findFirst();
  }

  private Optional<Draft> draft(TypeFacts owner, FieldFacts field, Use add, List<Use> uses) {
    return owner.fields().stream()
        .filter(other -> !other.name().equals(field.name()) && other.type().indexOf('.') > 0)
        .flatMap(other -> draft(owner, field, add, uses, other).stream())
        .findFirst();
  }

  private Optional<Draft> draft(
      TypeFacts owner, FieldFacts field, Use add, List<Use> uses, FieldFacts other) {
    FieldKey home = new FieldKey(owner.name(), other.name());
    List<Use> kept = fieldUses.of(home);
    List<Body> ends =
        oneByOne.of(kept).stream()
            .flatMap(use -> code.body(use.site().method()).stream())
            .filter(body -> !body.flow().isLambdaBody() && code.owns(body.method().owner()))
            .toList();
    boolean told =
        !ends.isEmpty()
            && ends.stream().allMatch(end -> ENDS.matcher(end.flow().source().name()).matches());
    boolean belongs = told && effects.isMap(other.type()) && parents.isChildOfOne(add, home, kept);
    return !belongs || ends.stream().anyMatch(end -> leadsTo(end, uses))
        ? Optional.empty()
        : ends.stream()
            .filter(end -> forgets(end, uses))
            .findFirst()
            .map(end -> draft(owner, field, add, other, end));
  }

  /** Whether the method does something with the entries, which may well be to let them go. */
  private boolean leadsTo(Body end, List<Use> uses) {
    return leads.toAny(end, uses) || alongside.leads(end, removals(uses));
  }

  private static List<Use> removals(List<Use> uses) {
    return uses.stream().filter(Use::removes).toList();
  }

  /** Whether nobody who calls it has the entries removed, and it needs none of them to be gone. */
  private boolean forgets(Body end, List<Use> uses) {
    boolean asks =
        end.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call && ASKS.contains(call.callee().name()));
    return !asks && !alongside.isDone(end.method(), removals(uses));
  }

  private Draft draft(TypeFacts owner, FieldFacts field, Use add, FieldFacts other, Body end) {
    String name = "`" + end.flow().source().name() + "()`";
    String message =
        "`"
            + new FieldKey(owner.name(), field.name()).shortName()
            + "` keeps the entries that belong to what "
            + name
            + " takes out of `"
            + other.name()
            + "`: they go only one by one";
    return wording.leftBehind(
        owner,
        field,
        add.site(),
        end,
        "entries of it",
        message,
        "Remove those of `" + field.name() + "` that belong to it in " + name + " as well");
  }
}
