package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAnonymousClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTArrayAllocation;
import net.sourceforge.pmd.lang.java.ast.ASTArrayDimExpr;
import net.sourceforge.pmd.lang.java.ast.ASTArrayInitializer;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTEnumConstant;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTList;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/** {@code new}, in all its forms. */
final class CreationLowering {
  private final Body body;
  private final FlowBuilder flow;

  CreationLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  int create(ASTConstructorCall call) {
    Span span = Spans.creation(call);
    if (call.isAnonymousClass()) {
      return anonymous(call, span);
    }
    JClassSymbol type = classOf(call);
    String name = body.names().of(call.getTypeNode());
    int object = flow.newRegister();
    flow.emit(new Step.New(object, name), span);
    List<Integer> arguments = new ArrayList<>();
    Overloads.Chosen found = Overloads.of(call);
    if (type != null) {
      arguments.addAll(outer(type, call.getQualifier(), span));
    } else if (call.getQualifier() != null) {
      body.effect(call.getQualifier());
    }
    arguments.addAll(body.lower().calls().arguments(call.getArguments(), found, span));
    arguments.addAll(captured(Nesting.declaration(type), span));
    MethodRef constructor =
        found == null
            ? guess(name, call, arguments.size())
            : constructors().declared(found.symbol());
    flow.call(new Step.Call(constructor, CallKind.CONSTRUCTOR, object, arguments, Step.NONE), span);
    return object;
  }

  private MethodRef guess(String type, ASTConstructorCall call, int arguments) {
    boolean plain = arguments == ASTList.sizeOrZero(call.getArguments());
    return plain
        ? body.names().guess(type, MethodRef.CONSTRUCTOR, call.getArguments(), Names.VOID)
        : body.names().guess(type, MethodRef.CONSTRUCTOR, arguments, Names.VOID);
  }

  private Constructors constructors() {
    return new Constructors(body.names(), body.scope().nesting());
  }

  private static JClassSymbol classOf(ASTConstructorCall call) {
    return Names.typeOf(call.getTypeNode()).getSymbol() instanceof JClassSymbol type ? type : null;
  }

  /** The enclosing instance that a constructor of the class wants, if it wants one. */
  List<Integer> outer(JClassSymbol type, ASTExpression qualifier, Span span) {
    if (!constructors().hasOuter(type)) {
      return List.of();
    }
    if (qualifier != null) {
      return List.of(body.value(qualifier));
    }
    JClassSymbol around = type.getEnclosingClass();
    ASTTypeDeclaration local = Nesting.declaration(type);
    boolean member = local == null || !local.isLocal() && !local.isAnonymous();
    return List.of(
        member ? body.instances().having(around, span) : body.instances().of(around, span));
  }

  /** The captured variables that a constructor of the class wants. */
  List<Integer> captured(ASTTypeDeclaration type, Span span) {
    List<Integer> values = new ArrayList<>();
    if (type != null) {
      for (JVariableSymbol variable : body.scope().nesting().captured(type)) {
        values.add(body.read(variable, span));
      }
    }
    return values;
  }

  /** The constructor of an anonymous class takes what that of its superclass takes. */
  private int anonymous(ASTConstructorCall call, Span span) {
    ASTAnonymousClassDeclaration type = call.getAnonymousClassDeclaration();
    int object = flow.newRegister();
    flow.emit(new Step.New(object, type.getBinaryName()), span);
    List<Integer> arguments = new ArrayList<>(outer(type.getSymbol(), null, span));
    if (call.getQualifier() != null) {
      arguments.add(body.value(call.getQualifier()));
    }
    Overloads.Chosen found = Overloads.of(call);
    arguments.addAll(body.lower().calls().arguments(call.getArguments(), found, span));
    arguments.addAll(captured(type, span));
    MethodRef constructor = constructors().anonymous(type).method();
    flow.call(new Step.Call(constructor, CallKind.CONSTRUCTOR, object, arguments, Step.NONE), span);
    return object;
  }

  /** Makes an enum constant: name and ordinal come first. */
  int create(ASTEnumConstant constant, int ordinal) {
    Span span = Spans.of(constant.getVarId());
    ASTTypeDeclaration type =
        constant.isAnonymousClass() ? constant.getAnonymousClass() : body.scope().declaration();
    int object = flow.newRegister();
    flow.emit(new Step.New(object, type.getBinaryName()), span);
    List<Integer> arguments = new ArrayList<>();
    arguments.add(body.constant(constant.getName(), span));
    arguments.add(body.constant(ordinal, span));
    Overloads.Chosen found = Overloads.of(constant);
    arguments.addAll(body.lower().calls().arguments(constant.getArguments(), found, span));
    MethodRef constructor;
    if (type instanceof ASTAnonymousClassDeclaration anonymous) {
      constructor = constructors().anonymous(anonymous).method();
    } else if (found != null) {
      constructor = constructors().declared(found.symbol());
    } else {
      constructor =
          body.names()
              .guess(type.getBinaryName(), MethodRef.CONSTRUCTOR, arguments.size(), Names.VOID);
    }
    flow.call(new Step.Call(constructor, CallKind.CONSTRUCTOR, object, arguments, Step.NONE), span);
    return object;
  }

  int create(ASTArrayAllocation allocation) {
    Span span = Spans.of(allocation.getTypeNode());
    if (allocation.getArrayInitializer() != null) {
      return create(allocation.getArrayInitializer());
    }
    List<ASTExpression> lengths = new ArrayList<>();
    allocation
        .getTypeNode()
        .getDimensions()
        .children(ASTArrayDimExpr.class)
        .forEach(dimension -> lengths.add(dimension.getLengthExpression()));
    List<Integer> values = body.lower().expressions().operands(lengths);
    int array = flow.newRegister();
    int length = values.isEmpty() ? Step.NONE : values.get(0);
    flow.emit(new Step.NewArray(array, body.names().of(allocation), length), span);
    return array;
  }

  int create(ASTArrayInitializer initializer) {
    List<ASTExpression> elements = new ArrayList<>();
    initializer.forEach(elements::add);
    return array(body.names().of(initializer), elements, Spans.of(initializer));
  }

  /** An array with these elements. */
  int array(String type, List<ASTExpression> elements, Span span) {
    int length = body.constant(elements.size(), span);
    int array = flow.newRegister();
    flow.emit(new Step.NewArray(array, type, length), span);
    for (ASTExpression element : elements) {
      int value = body.value(element);
      flow.emit(new Step.StoreElement(array, value), Spans.of(element));
    }
    return array;
  }
}
