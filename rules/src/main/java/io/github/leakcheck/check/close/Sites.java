package io.github.leakcheck.check.close;

import io.github.leakcheck.catalog.Api;
import io.github.leakcheck.check.close.Value.Some;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Node;
import io.github.leakcheck.facts.Platform;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The acquisitions of a method. */
final class Sites {
  /** Links from a derived resource to its owner that are followed. */
  private static final int OWNERS = 4;

  private static final Set<String> ENDINGS = Set.of("close", "shutdown", "shutdownNow", "cancel");

  private final MethodFlow flow;
  private final Before before;
  private final Knowledge knowledge;
  private final Wrapping wrapping;

  private Sites(MethodFlow flow, Before before, Knowledge knowledge) {
    this.flow = flow;
    this.before = before;
    this.knowledge = knowledge;
    this.wrapping = new Wrapping(flow, before, knowledge);
  }

  /** Whether a look at the calls alone rules out that the method acquires anything. */
  static boolean none(MethodFlow flow, Knowledge knowledge) {
    return flow.nodes().stream()
        .noneMatch(
            node ->
                node.step() instanceof Step.Call call && Opening.mayBe(call.callee(), knowledge));
  }

  static List<Site> of(MethodFlow flow, Before before, Knowledge knowledge) {
    if (none(flow, knowledge)) {
      return List.of();
    }
    Sites sites = new Sites(flow, before, knowledge);
    List<Site> found = new ArrayList<>();
    for (Node node : flow.nodes()) {
      if (node.step() instanceof Step.Call call
          && before.at(node.id()) != null
          && !node.next().isEmpty()) {
        sites.site(node, call).ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * Whether the method ends anything, so that it may be the one in charge of what it did not open.
   */
  static boolean mayAdopt(MethodFlow flow) {
    return flow.nodes().stream()
        .anyMatch(
            node ->
                node.step() instanceof Step.Call call
                    && (call.arguments().isEmpty()
                        ? ENDINGS.contains(call.callee().name())
                        : ReleaseNames.releasesArgument(call.callee().name())));
  }

  /** Whether it is a constructor that makes threads, which are lost if it throws after that. */
  static boolean mayLoseThreads(MethodFlow flow, Knowledge knowledge) {
    return flow.method().isConstructor()
        && flow.nodes().stream()
            .anyMatch(
                node ->
                    node.step() instanceof Step.Call call
                        && knowledge.startsThreads(call.callee()).isPresent());
  }

  /**
   * Calls that return something closeable of unknown owner, and wrappers around parameters. What a
   * call wraps is judged where it comes from.
   */
  static List<Site> adopted(MethodFlow flow, Before before, Knowledge knowledge, List<Site> known) {
    if (!mayAdopt(flow) && !mayLoseThreads(flow, knowledge)) {
      return List.of();
    }
    Sites sites = new Sites(flow, before, knowledge);
    List<Site> found = new ArrayList<>();
    for (Node node : flow.nodes()) {
      boolean open =
          node.step() instanceof Step.Call
              && before.at(node.id()) != null
              && !node.next().isEmpty();
      if (open && known.stream().noneMatch(site -> site.node().id() == node.id())) {
        sites
            .adopted(node, (Step.Call) node.step())
            .map(site -> inMemory(site, (Step.Call) node.step()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Site> adopted(Node node, Step.Call call) {
    MethodRef callee = call.callee();
    Optional<Api> threads =
        knowledge.startsThreads(callee).or(() -> knowledge.startedThreads().by(call));
    if (threads.isPresent()) {
      boolean made = callee.isConstructor() ? isFresh(node, call) : call.result() >= 0;
      String started = callee.isConstructor() ? callee.owner() : callee.result();
      Confidence worth = endsWhenIdle(node, call) ? Confidence.LOW : Confidence.HIGH;
      return made
          ? threads.map(api -> new Site(node, api, started, Step.NONE, worth))
          : Optional.empty();
    }
    boolean constructor = callee.isConstructor();
    String type = constructor ? callee.owner() : callee.result();
    boolean candidate =
        constructor
            ? isFresh(node, call) && wrapping.ofParameter(node, call) && wrapping.isMade(call)
            : call.result() >= 0
                && !knowledge.isDerived(callee)
                && !knowledge.isHarmlessResult(callee)
                && !ownedByOther(node, call)
                && !wrapping.isReturned(node, call);
    if (!candidate || !knowledge.isCloseable(type) || isOfItsOwnType(callee)) {
      return Optional.empty();
    }
    Confidence worth = Platform.isProvided(type) ? Confidence.HIGH : knowledge.worthOf(type);
    return knowledge
        .ofType(type)
        .map(
            api ->
                new Site(
                    node,
                    api,
                    type,
                    Step.NONE,
                    worth == Confidence.MEDIUM ? Confidence.HIGH : worth));
  }

  /** A pool that keeps no thread without work: all that is left of it ends after a while. */
  private boolean endsWhenIdle(Node node, Step.Call call) {
    return call.callee().owner().equals("java.util.concurrent.ThreadPoolExecutor")
        && call.callee().isConstructor()
        && before.at(node.id()).get(call.arguments().get(0)) instanceof Value.Int core
        && core.value() == 0;
  }

  /** Returns its receiver, or looks up what its class has made. */
  private boolean isOfItsOwnType(MethodRef callee) {
    return !callee.isConstructor() && knowledge.types().isSubtype(callee.owner(), callee.result());
  }

  private boolean isFluent(Step.Call call) {
    return call.kind() == Step.CallKind.VIRTUAL && isOfItsOwnType(call.callee());
  }

  private Optional<Site> site(Node node, Step.Call call) {
    return (call.callee().isConstructor() ? constructed(node, call) : returned(node, call))
        .map(site -> inMemory(site, call));
  }

  private static Site inMemory(Site site, Step.Call call) {
    return OverMemory.reads(call.callee(), site.type()) ? site.ofLittleWorth() : site;
  }

  private Optional<Site> constructed(Node node, Step.Call call) {
    MethodRef callee = call.callee();
    if (!isFresh(node, call) || wrapping.isMade(call)) {
      return Optional.empty();
    }
    return knowledge
        .acquire(callee)
        .map(
            api ->
                new Site(
                    node, api, callee.owner(), Step.NONE, knowledge.worth(callee.owner(), api)))
        .or(
            () ->
                knowledge
                    .ownEndings()
                    .opens(callee)
                    .map(api -> new Site(node, api, callee.owner(), Step.NONE, Confidence.HIGH)))
        .or(() -> learned(node, callee, callee.owner()));
  }

  private Optional<Site> learned(Node node, MethodRef callee, String type) {
    Confidence worth = Platform.isProvided(type) ? Confidence.HIGH : knowledge.worthOf(type);
    return knowledge
        .closedElsewhere()
        .opens(flow, callee)
        .map(api -> new Site(node, api, type, Step.NONE, worth.and(Confidence.MEDIUM)));
  }

  private boolean isFresh(Node node, Step.Call call) {
    return before.at(node.id()).get(call.receiver()) instanceof Some some
        && some.origin() >= 0
        && flow.node(some.origin()).step() instanceof Step.New;
  }

  private Optional<Site> returned(Node node, Step.Call call) {
    MethodRef callee = call.callee();
    Optional<Api> api = knowledge.acquire(callee);
    if (api.isPresent()) {
      return ownedByOther(node, call) || wrapping.isSaid(callee)
          ? Optional.empty()
          : Optional.of(
              new Site(
                  node,
                  api.get(),
                  Site.resultType(flow, node, call),
                  knowledge.isDerived(callee) ? call.receiver() : Step.NONE,
                  knowledge.worth(callee.result(), api.get())));
    }
    Optional<Api> lent = knowledge.pairs().lends(callee);
    if (lent.isPresent()) {
      return lent.map(line -> new Site(node, line, callee.result(), Step.NONE, Confidence.HIGH));
    }
    if (call.kind() == Step.CallKind.STATIC && Opening.isUnknown(callee, knowledge)) {
      return knowledge
          .ofType("java.lang.AutoCloseable")
          .map(line -> new Site(node, line, callee.result(), Step.NONE, Confidence.MEDIUM));
    }
    if (Platform.isProvided(callee.owner())) {
      return Optional.empty();
    }
    boolean released =
        knowledge.isCloseable(callee.result()) || knowledge.hasOtherRelease(callee.result());
    return (released ? closeable(node, call) : Optional.<Site>empty())
        .or(() -> closedElsewhere(node, call));
  }

  /** Others close what they get from the same method, and its bodies, if in sight, keep nothing. */
  private Optional<Site> closedElsewhere(Node node, Step.Call call) {
    MethodRef callee = call.callee();
    String type = callee.result();
    List<MethodRef> targets = knowledge.targets().of(call);
    boolean known = // bodies in sight tell more of streams than what others do
        Platform.isProvided(type) && (!targets.isEmpty() || knowledge.isJudged(callee.owner()))
            || knowledge.sharedResults().are(call);
    return known || wrapping.isReturned(node, call)
        ? Optional.empty()
        : learned(node, callee, type);
  }

  private Optional<Site> closeable(Node node, Step.Call call) {
    MethodRef callee = call.callee();
    if (wrapping.isReturned(node, call) || knowledge.isHarmlessResult(callee)) {
      return Optional.empty();
    }
    if (knowledge.isSaidToReturnOwned(callee)) {
      return knowledge
          .ofType(callee.result())
          .map(line -> new Site(node, line, callee.result(), Step.NONE, Confidence.HIGH));
    }
    List<MethodRef> targets = knowledge.targets().of(call);
    return targets.isEmpty()
        ? opened(node, call)
        : fresh(targets, before.at(node.id()).get(call.receiver()) instanceof Value.This)
            .map(f -> new Site(node, f.api(), callee.result(), Step.NONE, f.worth()))
            .or(() -> opensElement(call) ? opened(node, call) : Optional.empty());
  }

  /** Its bodies do not show where a stream comes from, but keep none, and its name tells. */
  private boolean opensElement(Step.Call call) {
    MethodRef callee = call.callee();
    return ReleaseNames.opens(callee.name())
        && Platform.isProvided(callee.result())
        && knowledge.openedElements().are(call);
  }

  /** Where there is no body to look into, the name tells: what is opened is there to be closed. */
  private Optional<Site> opened(Node node, Step.Call call) {
    String type = call.callee().result();
    boolean told =
        knowledge.isCloseable(type)
            && (ReleaseNames.opens(call.callee().name())
                || Opening.isOfNewStream(call.callee(), knowledge));
    if (!told || isFluent(call)) {
      return Optional.empty();
    }
    Confidence worth = Platform.isProvided(type) ? Confidence.HIGH : knowledge.worthOf(type);
    return knowledge
        .ofType(type)
        .map(api -> new Site(node, api, type, Step.NONE, worth.and(Confidence.MEDIUM)));
  }

  /**
   * What it is derived from, in however many steps, was acquired in this method and is the one to
   * release.
   */
  private boolean ownedByOther(Node node, Step.Call call) {
    Node at = node;
    Step.Call derived = call;
    for (int i = 0; i < OWNERS; i++) {
      boolean known =
          (i == 0 ? knowledge.isDerived(derived.callee()) : true)
              && before.at(at.id()) != null
              && before.at(at.id()).get(derived.receiver()) instanceof Some owner
              && owner.origin() >= 0;
      if (!known) {
        return false;
      }
      at = flow.node(((Some) before.at(at.id()).get(derived.receiver())).origin());
      if (!(at.step() instanceof Step.Call source)) {
        return at.step() instanceof Step.New fresh
            && (i == 0 || knowledge.isCloseable(fresh.type()));
      }
      if (site(at, source).filter(owner -> !owner.isLent()).isPresent()) {
        return true;
      }
      derived = source;
    }
    return false;
  }

  /**
   * Some body that the call may run returns something fresh, and no other what somebody has
   * already: whoever calls cannot know which one it is, other than an object that calls itself.
   */
  private Optional<Summaries.Fresh> fresh(List<MethodRef> targets, boolean itself) {
    Optional<Summaries.Fresh> first = Optional.empty();
    boolean always = true;
    for (MethodRef target : targets) {
      Optional<Summaries.Fresh> one = knowledge.summaries().fresh(target);
      if (one.isEmpty() && (itself || !knowledge.summaries().returnsNobodys(target))) {
        return Optional.empty();
      }
      always &= one.isPresent();
      first = first.isEmpty() ? one : first;
    }
    return always ? first : first.map(Summaries.Fresh::perhaps);
  }
}
