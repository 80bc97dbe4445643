package io.github.leakcheck.source;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodFlow;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.model.Member;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sourceforge.pmd.lang.ast.NodeStream;
import net.sourceforge.pmd.lang.java.ast.ASTAnonymousClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTCompactConstructorDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTEnumConstant;
import net.sourceforge.pmd.lang.java.ast.ASTExecutableDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTFieldDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTFormalParameter;
import net.sourceforge.pmd.lang.java.ast.ASTInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTMethodDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTRecordComponent;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JFormalParamSymbol;

/** All bodies of one class. */
final class ClassLowering {
  private final ClassScope scope;
  private final ASTTypeDeclaration type;
  private final List<String> notes;

  private ClassLowering(ASTTypeDeclaration type, Nesting nesting, List<String> notes) {
    this.type = type;
    this.scope = new ClassScope(type, nesting);
    this.notes = notes;
  }

  /** The flows of a class; what cannot be read is left out and noted. */
  static List<MethodFlow> lower(ASTTypeDeclaration type, Nesting nesting, List<String> notes) {
    ClassLowering lowering = new ClassLowering(type, nesting, notes);
    lowering.constructors();
    for (ASTMethodDeclaration method : type.getDeclarations(ASTMethodDeclaration.class)) {
      if (method.getBody() != null) {
        lowering.attempt(method.getName(), () -> lowering.method(method));
      }
    }
    lowering.attempt(MethodRef.STATIC_INITIALISER, lowering::staticInitialiser);
    return lowering.scope.flows();
  }

  private void attempt(String member, Runnable lowering) {
    String where = scope.name() + "." + member;
    try {
      lowering.run();
    } catch (StackOverflowError e) {
      notes.add(where + " was not looked into: it is nested too deeply");
    } catch (FlowBuilder.TooLarge e) {
      notes.add(where + " was not looked into: it has " + e.getMessage());
    } catch (RuntimeException | AssertionError e) {
      notes.add(where + " was not looked into: " + e);
    }
  }

  private void constructors() {
    if (type.isInterface()) {
      return;
    }
    boolean explicit = false;
    for (ASTConstructorDeclaration constructor :
        type.getDeclarations(ASTConstructorDeclaration.class)) {
      explicit = true;
      attempt(MethodRef.CONSTRUCTOR, () -> constructor(constructor));
    }
    if (type instanceof ASTAnonymousClassDeclaration anonymous) {
      attempt(MethodRef.CONSTRUCTOR, () -> anonymous(anonymous));
    } else if (type.isRecord()) {
      record();
    } else if (!explicit) {
      attempt(MethodRef.CONSTRUCTOR, this::implicit);
    }
  }

  private void method(ASTMethodDeclaration method) {
    Names names = new Names();
    MethodRef ref = names.method(method.getSymbol(), scope.name());
    Member source = member(ref, ref.parameters());
    Body.Kind kind = method.isStatic() ? Body.Kind.STATIC : Body.Kind.INSTANCE;
    Body body = new Body(scope, source, kind, false);
    Map<Integer, Set<String>> annotations = parameters(method, body, method.isStatic() ? 0 : 1);
    body.run(method.getBody());
    finish(body, names, ref, method, annotations);
  }

  private void finish(
      Body body,
      Names names,
      MethodRef ref,
      ASTExecutableDeclaration node,
      Map<Integer, Set<String>> annotations) {
    if (!names.isComplete()) {
      body.names().unresolved();
    }
    int access = SourceTypes.access(node.getSymbol());
    scope.add(
        body.finish(ref, access, Spans.end(node.getBody()), Annotations.simple(node), annotations));
  }

  /** Adds the parameters in source; their annotations by position. */
  private static Map<Integer, Set<String>> parameters(
      ASTExecutableDeclaration method, Body body, int first) {
    Map<Integer, Set<String>> annotations = new HashMap<>();
    int position = first;
    for (ASTFormalParameter parameter : method.getFormalParameters()) {
      body.parameter(parameter.getVarId().getSymbol(), parameter.getVarId().getName());
      Set<String> names = Annotations.simple(parameter);
      if (!names.isEmpty()) {
        annotations.put(position, names);
      }
      position++;
    }
    return annotations;
  }

  private Member member(MethodRef ref, List<String> written) {
    return new Member(scope.name(), ref.name(), written, Descriptors.of(ref));
  }

  private Constructors constructors(Names names) {
    return new Constructors(names, scope.nesting());
  }

  private Body constructor(MethodRef ref, List<String> written) {
    Body body = new Body(scope, member(ref, written), Body.Kind.INSTANCE, false);
    body.lower().constructors().addLeading();
    return body;
  }

  private void constructor(ASTConstructorDeclaration node) {
    Names names = new Names();
    JExecutableSymbol symbol = node.getSymbol();
    MethodRef ref = constructors(names).declared(symbol);
    Body body = constructor(ref, names.parameters(symbol));
    ConstructorLowering added = body.lower().constructors();
    int first = 1 + hidden();
    Map<Integer, Set<String>> annotations = parameters(node, body, first);
    added.addTrailing();
    ASTExplicitConstructorInvocation call =
        node.getBody().children(ASTExplicitConstructorInvocation.class).first();
    Span span = Spans.declared(node);
    if (call == null) {
      added.keep(span);
      added.invokeSuper(span);
    } else if (call.isSuper()) {
      added.keep(span);
    }
    body.run(node.getBody());
    finish(body, names, ref, node, annotations);
  }

  private int hidden() {
    if (type.isEnum()) {
      return Constructors.ENUM_PARAMETERS.size();
    }
    return scope.nesting().hasOuter(type) ? 1 : 0;
  }

  /** The constructor that is not written. */
  private void implicit() {
    Names names = new Names();
    MethodRef ref = constructors(names).of(type.getSymbol(), List.of());
    Body body = constructor(ref, List.of());
    ConstructorLowering added = body.lower().constructors();
    added.addTrailing();
    Span span = Spans.declared(type);
    added.keep(span);
    added.invokeSuper(span);
    int access =
        type.isEnum()
            ? Access.PRIVATE
            : SourceTypes.access(type.getSymbol())
                & (Access.PUBLIC | Access.PROTECTED | Access.PRIVATE);
    scope.add(body.finish(ref, access, span));
  }

  private void anonymous(ASTAnonymousClassDeclaration node) {
    Names names = new Names();
    Constructors.Anonymous shape = constructors(names).anonymous(node);
    Body body = constructor(shape.method(), shape.passed());
    ConstructorLowering added = body.lower().constructors();
    int qualifier = shape.qualifier() == null ? Step.NONE : body.parameter(null);
    List<Integer> passed = new ArrayList<>();
    shape.passed().forEach(parameter -> passed.add(body.parameter(null)));
    added.addTrailing();
    Span span = Spans.declared(node);
    added.keep(span);
    added.invokeSuper(shape, qualifier, passed, span);
    scope.add(body.finish(shape.method(), 0, span));
  }

  private void record() {
    ASTCompactConstructorDeclaration compact =
        type.getDeclarations(ASTCompactConstructorDeclaration.class).first();
    if (compact != null) {
      attempt(MethodRef.CONSTRUCTOR, () -> canonical(compact.getSymbol(), compact));
    } else if (implicitCanonical() != null) {
      attempt(MethodRef.CONSTRUCTOR, () -> canonical(implicitCanonical(), null));
    }
    for (ASTRecordComponent component : type.getRecordComponents()) {
      if (type.getDeclarations(ASTMethodDeclaration.class)
          .none(m -> m.getArity() == 0 && m.getName().equals(component.getVarId().getName()))) {
        attempt(component.getVarId().getName(), () -> accessor(component));
      }
    }
  }

  /** PMD may list a canonical constructor although an explicit one replaces it. */
  private JExecutableSymbol implicitCanonical() {
    Names names = new Names();
    Set<List<String>> explicit = new HashSet<>();
    JExecutableSymbol implicit = null;
    for (JExecutableSymbol symbol : type.getSymbol().getConstructors()) {
      if (symbol.tryGetNode() == null) {
        implicit = symbol;
      } else {
        explicit.add(names.parameters(symbol));
      }
    }
    return implicit == null || explicit.contains(names.parameters(implicit)) ? null : implicit;
  }

  private void canonical(JExecutableSymbol symbol, ASTCompactConstructorDeclaration compact) {
    Names names = new Names();
    MethodRef ref = constructors(names).declared(symbol);
    Body body = constructor(ref, ref.parameters());
    List<Integer> values = new ArrayList<>();
    for (JFormalParamSymbol parameter : symbol.getFormalParameters()) {
      values.add(body.parameter(parameter, parameter.getSimpleName()));
    }
    Span span = compact == null ? Spans.declared(type) : Spans.declared(compact);
    body.lower().constructors().invokeSuper(span);
    if (compact != null) {
      body.run(compact.getBody());
    }
    int i = 0;
    for (ASTRecordComponent component : type.getRecordComponents()) {
      FieldRef field = body.lower().constructors().ref(component.getVarId(), false);
      body.flow().emit(new Step.StoreField(field, body.self(), values.get(i++)), span);
    }
    scope.add(body.finish(ref, SourceTypes.access(symbol), span));
  }

  private void accessor(ASTRecordComponent component) {
    Names names = new Names();
    String result = names.of(component.getVarId());
    MethodRef ref = new MethodRef(scope.name(), component.getVarId().getName(), List.of(), result);
    Body body = new Body(scope, member(ref, List.of()), Body.Kind.INSTANCE, false);
    Span span = Spans.of(component.getVarId());
    int value = body.flow().newRegister();
    FieldRef field = body.lower().constructors().ref(component.getVarId(), false);
    body.flow().emit(new Step.LoadField(value, field, body.self()), span);
    body.flow().leave(new Step.Return(value), span);
    scope.add(body.finish(ref, Access.PUBLIC, span));
  }

  private void staticInitialiser() {
    if (!needsStaticInitialiser()) {
      return;
    }
    MethodRef ref =
        new MethodRef(scope.name(), MethodRef.STATIC_INITIALISER, List.of(), Names.VOID);
    Body body = new Body(scope, member(ref, List.of()), Body.Kind.STATIC, false);
    int ordinal = 0;
    for (ASTEnumConstant constant : constants()) {
      int value = body.lower().creations().create(constant, ordinal++);
      FieldRef field = new FieldRef(scope.name(), constant.getName(), scope.name(), true);
      body.flow().emit(new Step.StoreField(field, Step.NONE, value), Spans.of(constant.getVarId()));
    }
    body.lower().constructors().initialiseStatic();
    scope.add(body.finish(ref, Access.STATIC, Spans.declared(type)));
  }

  private NodeStream<ASTEnumConstant> constants() {
    return type.isEnum() ? type.getEnumConstants() : NodeStream.empty();
  }

  private boolean needsStaticInitialiser() {
    return constants().nonEmpty()
        || type.getDeclarations(ASTInitializer.class).any(ASTInitializer::isStatic)
        || type.getDeclarations(ASTFieldDeclaration.class)
            .any(
                field -> field.isStatic() && field.getVarIds().any(ConstructorLowering::needsCode));
  }
}
