package io.github.leakcheck.catalog;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Types;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All rules and all API lines, indexed for look-up. Immutable. */
public final class Catalog {
  private final List<Rule> rules;
  private final Map<String, Rule> rulesById;
  private final List<Api> apis;
  private final Deployment deployment;
  private final Map<Role, List<Api>> byRole;
  private final Map<Set<Role>, ApiIndex> indices = new ConcurrentHashMap<>();

  private Catalog(List<Rule> rules, List<Api> apis, Deployment deployment) {
    this.rules = List.copyOf(rules);
    this.rulesById = rules.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.apis = List.copyOf(apis);
    this.deployment = deployment;
    this.byRole = apis.stream().collect(Collectors.groupingBy(Api::role));
  }

  /**
   * Our own rules and the API lines of the given files (a user's {@code leakcheck-apis.txt}).
   *
   * @throws CatalogException if a file is missing or cannot be read as written
   */
  public static Catalog load(List<Path> userModels) {
    return userModels.isEmpty()
        ? Ours.CATALOG
        : of(Ours.CATALOG.rules, userModels.stream().map(Text::file).toList());
  }

  /**
   * The rules and the lines of users' files. Between lines that fit equally well, a user's goes
   * before ours, and silence before a finding.
   */
  static Catalog of(List<Rule> rules, List<Text> userModels) {
    List<Api> apis = new ArrayList<>();
    apis.addAll(new UserModels(rules.stream().map(Rule::id).toList()).read(userModels));
    rules.stream()
        .flatMap(rule -> rule.apis().stream())
        .sorted(Comparator.comparing(api -> api.role() != Role.HARMLESS))
        .forEach(apis::add);
    return new Catalog(rules, apis, Deployment.APPLICATION);
  }

  /** Read once: hosts ask again for every rule and thread. */
  private static final class Ours {
    private static final Catalog CATALOG = of(RuleFolders.read(), List.of());
  }

  /** The same without the lines that do not hold in a project of this Java release. */
  public Catalog forRelease(int release) {
    List<Api> holding = apis.stream().filter(api -> api.holdsIn(release)).toList();
    return new Catalog(rules, holding, deployment);
  }

  /** The same for code that runs there. */
  public Catalog in(Deployment where) {
    return new Catalog(rules, apis, where);
  }

  /** Where the judged code runs. */
  public Deployment deployment() {
    return deployment;
  }

  /** All rules in the order of their ids. */
  public List<Rule> rules() {
    return rules;
  }

  public Optional<Rule> rule(String id) {
    return Optional.ofNullable(rulesById.get(id));
  }

  /** All lines of a role. */
  public List<Api> apis(Role role) {
    return Collections.unmodifiableList(byRole.getOrDefault(role, List.of()));
  }

  /**
   * The line of this role that fits the method best: the one about the most specific owner, then
   * the one that names parameters. A method of unresolved owner fits by name and package of its
   * result.
   */
  public Optional<Api> match(Role role, MethodRef method, Types types) {
    return match(Set.of(role), method, types);
  }

  /**
   * The line that fits the method best among these roles, so that {@code harmless} about a type
   * beats {@code acquire} about its supertype. Between equals a user's line goes first, then {@code
   * harmless}.
   */
  public Optional<Api> match(Set<Role> roles, MethodRef method, Types types) {
    return matches(roles, method, types).stream().findFirst();
  }

  /** All lines that fit the method equally well, and better than the rest of these roles. */
  public List<Api> matches(Set<Role> roles, MethodRef method, Types types) {
    return indices.computeIfAbsent(Set.copyOf(roles), this::index).best(method, types);
  }

  private ApiIndex index(Set<Role> roles) {
    return new ApiIndex(apis.stream().filter(api -> roles.contains(api.role())).toList());
  }
}
