package io.github.leakcheck.source;

import io.github.leakcheck.facts.Access;
import io.github.leakcheck.facts.MethodRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTAnonymousClassDeclaration;
import net.sourceforge.pmd.lang.java.ast.ASTArgumentList;
import net.sourceforge.pmd.lang.java.ast.ASTConstructorCall;
import net.sourceforge.pmd.lang.java.ast.ASTEnumConstant;
import net.sourceforge.pmd.lang.java.ast.ASTExpression;
import net.sourceforge.pmd.lang.java.ast.ASTList;
import net.sourceforge.pmd.lang.java.ast.ASTTypeDeclaration;
import net.sourceforge.pmd.lang.java.ast.InvocationNode;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JExecutableSymbol;
import net.sourceforge.pmd.lang.java.symbols.JVariableSymbol;

/**
 * Constructors with the parameters that javac adds: the enclosing instance, name and ordinal of
 * enum constants, captured variables.
 */
final class Constructors {
  static final List<String> ENUM_PARAMETERS = List.of("java.lang.String", "int");

  private final Names names;
  private final Nesting nesting;

  Constructors(Names names, Nesting nesting) {
    this.names = names;
    this.nesting = nesting;
  }

  /**
   * The only constructor of an anonymous class.
   *
   * @param method with all parameters
   * @param qualifier type of the enclosing instance given to the superclass, null if none is
   * @param passed types of the arguments that go to the superclass
   * @param superclass the constructor called in the superclass, without added parameters; null if
   *     it could not be resolved
   */
  record Anonymous(
      MethodRef method, String qualifier, List<String> passed, JExecutableSymbol superclass) {}

  /** Whether the constructors of a class take an enclosing instance. */
  boolean hasOuter(JClassSymbol type) {
    ASTTypeDeclaration declaration = Nesting.declaration(type);
    if (declaration != null) {
      return nesting.hasOuter(declaration);
    }
    return type.getEnclosingClass() != null
        && !type.isUnresolved()
        && !type.isInterface()
        && !type.isEnum()
        && !type.isRecord()
        && !Access.has(type.getModifiers(), Access.STATIC);
  }

  /** A constructor as a class file declares it. */
  MethodRef declared(JExecutableSymbol constructor) {
    JClassSymbol type = constructor.getEnclosingClass();
    return of(type, names.parameters(constructor));
  }

  /** The constructor with these parameters of its own. */
  MethodRef of(JClassSymbol type, List<String> own) {
    List<String> parameters = new ArrayList<>(leading(type));
    parameters.addAll(own);
    parameters.addAll(trailing(type));
    return new MethodRef(names.of(type), MethodRef.CONSTRUCTOR, parameters, Names.VOID);
  }

  /** Types of the parameters that come before those in source. */
  List<String> leading(JClassSymbol type) {
    if (type.isEnum()) {
      return ENUM_PARAMETERS;
    }
    return hasOuter(type) ? List.of(names.of(type.getEnclosingClass())) : List.of();
  }

  private List<String> trailing(JClassSymbol type) {
    ASTTypeDeclaration declaration = Nesting.declaration(type);
    List<String> types = new ArrayList<>();
    if (declaration != null) {
      for (JVariableSymbol variable : nesting.captured(declaration)) {
        types.add(names.of(Body.type(variable)));
      }
    }
    return types;
  }

  /** The constructor of an anonymous class. */
  Anonymous anonymous(ASTAnonymousClassDeclaration type) {
    boolean constant = type.getParent() instanceof ASTEnumConstant;
    ASTExpression qualifier =
        type.getParent() instanceof ASTConstructorCall call ? call.getQualifier() : null;
    InvocationNode creation = (InvocationNode) type.getParent();
    Overloads.Chosen found = Overloads.of(creation);
    List<String> passed = passed(creation.getArguments(), found);
    List<String> parameters = new ArrayList<>();
    if (constant) {
      parameters.addAll(ENUM_PARAMETERS);
    } else if (nesting.hasOuter(type)) {
      parameters.add(names.of(type.getSymbol().getEnclosingClass()));
    }
    String outer = qualifier == null ? null : names.of(qualifier);
    if (outer != null) {
      parameters.add(outer);
    }
    parameters.addAll(passed);
    parameters.addAll(trailing(type.getSymbol()));
    MethodRef method =
        new MethodRef(type.getBinaryName(), MethodRef.CONSTRUCTOR, parameters, Names.VOID);
    return new Anonymous(method, outer, passed, found == null ? null : found.symbol());
  }

  /** Erased after substitution: {@code new Box<String>("") {}} takes a String. */
  private List<String> passed(ASTArgumentList arguments, Overloads.Chosen found) {
    if (found != null) {
      return found.method().getFormalParameters().stream().map(names::of).toList();
    }
    return Collections.nCopies(ASTList.sizeOrZero(arguments), MethodRef.UNKNOWN);
  }
}
