package io.github.leakcheck.source;

import io.github.leakcheck.facts.FieldRef;
import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTBodyDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTExplicitConstructorInvocation;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTFieldDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTVariableId;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/**
 * What javac adds to constructors: parameters, the fields that keep them, the call of the
 * superclass's constructor, initialisers.
 */
final class ConstructorLowering {
  private static final String ENUM = "java.lang.Enum";

  private final Body body;
  private final FlowBuilder flow;
  private final List<Integer> leading = new ArrayList<>();

  ConstructorLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /** Adds the parameters that come before those in source. */
  void addLeading() {
    ASTTypeDeclaration type = type();
    if (isEnumConstant(type)) {
      leading.add(body.parameter("$enum$name"));
      leading.add(body.parameter("$enum$ordinal"));
    } else if (nesting().hasOuter(type)) {
      leading.add(body.parameter(nesting().outerField(type)));
    }
  }

  private static boolean isEnumConstant(ASTTypeDeclaration type) {
    return type.isEnum() || type.isAnonymous() && isEnum(type.getSymbol().getSuperclass());
  }

  private static boolean isEnum(JClassSymbol type) {
    return type != null && type.isEnum();
  }

  /** Adds the parameters that come after those in source: captured variables. */
  void addTrailing() {
    for (JVariableSymbol variable : nesting().captured(type())) {
      body.parameter(variable, Nesting.capturedField(variable));
    }
  }

  private ASTTypeDeclaration type() {
    return body.scope().declaration();
  }

  private Nesting nesting() {
    return body.scope().nesting();
  }

  private Constructors constructors() {
    return new Constructors(body.names(), nesting());
  }

  /** Keeps enclosing instance and captured variables in fields. */
  void keep(Span span) {
    ASTTypeDeclaration type = type();
    if (nesting().hasOuter(type) && !leading.isEmpty()) {
      FieldRef outer =
          new FieldRef(
              type.getBinaryName(),
              nesting().outerField(type),
              Nesting.around(type).getBinaryName(),
              false);
      flow.emit(new Step.StoreField(outer, body.self(), leading.get(0)), span);
    }
    for (JVariableSymbol variable : nesting().captured(type)) {
      int value = body.locals().register(variable);
      flow.emit(new Step.StoreField(body.captured(variable), body.self(), value), span);
    }
  }

  /** {@code this(..)}, or {@code super(..)} and the initialisers. */
  void invoke(ASTExplicitConstructorInvocation call) {
    Span span = Spans.of(call);
    Overloads.Chosen found = Overloads.of(call);
    JClassSymbol target = call.isThis() ? type().getSymbol() : type().getSymbol().getSuperclass();
    List<Integer> arguments = new ArrayList<>();
    if (call.isThis()) {
      arguments.addAll(leading);
    } else {
      arguments.addAll(outerOfSuper(target, call.getQualifier(), span));
    }
    List<Integer> own = body.lower().calls().arguments(call.getArguments(), found, span);
    arguments.addAll(own);
    arguments.addAll(body.lower().creations().captured(Nesting.declaration(target), span));
    MethodRef method;
    if (found != null) {
      method = constructors().declared(found.symbol());
    } else if (own.isEmpty()) {
      method = withoutArguments(target);
    } else {
      String owner = body.names().of(target);
      method =
          own.size() == arguments.size()
              ? body.names().guess(owner, MethodRef.CONSTRUCTOR, call.getArguments(), Names.VOID)
              : body.names().guess(owner, MethodRef.CONSTRUCTOR, arguments.size(), Names.VOID);
    }
    call(method, arguments, span);
    if (call.isSuper()) {
      initialise();
    }
  }

  private List<Integer> outerOfSuper(JClassSymbol target, ASTExpression qualifier, Span span) {
    if (isEnumConstant(type())) {
      return leading;
    }
    return target == null ? List.of() : body.lower().creations().outer(target, qualifier, span);
  }

  private MethodRef withoutArguments(JClassSymbol target) {
    if (target != null && target.getBinaryName().equals(ENUM)) {
      return new MethodRef(ENUM, MethodRef.CONSTRUCTOR, Constructors.ENUM_PARAMETERS, Names.VOID);
    }
    return target == null
        ? new MethodRef(Names.OBJECT, MethodRef.CONSTRUCTOR, List.of(), Names.VOID)
        : constructors().of(target, List.of());
  }

  private void call(MethodRef method, List<Integer> arguments, Span span) {
    flow.call(new Step.Call(method, CallKind.CONSTRUCTOR, body.self(), arguments, Step.NONE), span);
  }

  /** The {@code super()} that is not written, and the initialisers. */
  void invokeSuper(Span span) {
    JClassSymbol target = type().getSymbol().getSuperclass();
    List<Integer> arguments = new ArrayList<>(outerOfSuper(target, null, span));
    arguments.addAll(body.lower().creations().captured(Nesting.declaration(target), span));
    call(withoutArguments(target), arguments, span);
    initialise();
  }

  /**
   * The call from the constructor of an anonymous class, and the initialisers.
   *
   * @param qualifier register of the enclosing instance given to the superclass, or none
   * @param passed registers of the arguments passed on
   */
  void invokeSuper(
      Constructors.Anonymous anonymous, int qualifier, List<Integer> passed, Span span) {
    JClassSymbol target = type().getSymbol().getSuperclass();
    List<Integer> arguments = new ArrayList<>();
    if (qualifier != Step.NONE) {
      arguments.add(qualifier);
    } else {
      arguments.addAll(outerOfSuper(target, null, span));
    }
    arguments.addAll(passed);
    arguments.addAll(body.lower().creations().captured(Nesting.declaration(target), span));
    MethodRef method =
        anonymous.superclass() != null
            ? constructors().declared(anonymous.superclass())
            : body.names()
                .guess(
                    target == null ? MethodRef.UNKNOWN : body.names().of(target),
                    MethodRef.CONSTRUCTOR,
                    arguments.size(),
                    Names.VOID);
    call(method, arguments, span);
    initialise();
  }

  /** Field initialisers and initialiser blocks in the order of the text. */
  private void initialise() {
    for (ASTBodyDeclaration declaration : type().getDeclarations()) {
      if (declaration instanceof ASTFieldDeclaration field && !field.isStatic()) {
        field.getVarIds().forEach(this::initialise);
      } else if (declaration instanceof ASTInitializer block && !block.isStatic()) {
        body.run(block.getBody());
      }
    }
  }

  private void initialise(ASTVariableId field) {
    ASTExpression value = field.getInitializer();
    if (value != null) {
      flow.emit(
          new Step.StoreField(ref(field, false), body.self(), body.value(value)), Spans.of(field));
    }
  }

  /** Static field initialisers and blocks in the order of the text. */
  void initialiseStatic() {
    for (ASTBodyDeclaration declaration : type().getDeclarations()) {
      if (declaration instanceof ASTFieldDeclaration field && field.isStatic()) {
        field.getVarIds().forEach(this::initialiseStatic);
      } else if (declaration instanceof ASTInitializer block && block.isStatic()) {
        body.run(block.getBody());
      }
    }
  }

  private void initialiseStatic(ASTVariableId field) {
    if (needsCode(field)) {
      int value = body.value(field.getInitializer());
      flow.emit(new Step.StoreField(ref(field, true), Step.NONE, value), Spans.of(field));
    }
  }

  /** Whether a static field is set by code: constants are not. */
  static boolean needsCode(ASTVariableId field) {
    return field.getInitializer() != null && Constants.of(field) == null;
  }

  /** A field of the class at hand. */
  FieldRef ref(ASTVariableId field, boolean isStatic) {
    return new FieldRef(body.scope().name(), field.getName(), body.names().of(field), isStatic);
  }
}
