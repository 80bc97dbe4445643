package io.github.leakcheck.source;

import io.github.leakcheck.facts.MethodRef;
import io.github.leakcheck.facts.Step;
import io.github.leakcheck.facts.Step.CallKind;
import io.github.leakcheck.facts.Step.Comparison;
import io.github.leakcheck.model.Span;
import java.util.List;
import net.sourceforge.pmd.lang.java.ast.ASTPattern;
import net.sourceforge.pmd.lang.java.ast.ASTRecordPattern;
import net.sourceforge.pmd.lang.java.ast.ASTType;
import net.sourceforge.pmd.lang.java.ast.ASTTypePattern;
import net.sourceforge.pmd.lang.java.symbols.JClassSymbol;
import net.sourceforge.pmd.lang.java.symbols.JRecordComponentSymbol;
import net.sourceforge.pmd.lang.java.types.JTypeMirror;
import net.sourceforge.pmd.lang.java.types.Substitution;
import net.sourceforge.pmd.lang.java.types.TypeOps;

/** Patterns of {@code instanceof} and of switches. */
final class PatternLowering {
  private final Body body;
  private final FlowBuilder flow;

  PatternLowering(Body body) {
    this.body = body;
    this.flow = body.flow();
  }

  /**
   * Tests a value and binds the variables of the pattern. Control goes on where it matches.
   *
   * @param type static type of the value; where it makes the pattern match anything, nothing is
   *     tested. Null if it must be tested.
   */
  void match(ASTPattern pattern, int value, JTypeMirror type, Label fails) {
    if (pattern instanceof ASTTypePattern typed) {
      match(typed, value, type, fails);
    } else if (pattern instanceof ASTRecordPattern deconstructed) {
      match(deconstructed, value, fails);
    }
  }

  private void match(ASTTypePattern pattern, int value, JTypeMirror type, Label fails) {
    int matched = value;
    ASTType written = pattern.firstChild(ASTType.class);
    if (written != null) {
      JTypeMirror wanted = Names.typeOf(written);
      if (!isTotal(wanted, type)) {
        matched = test(body.names().of(wanted), value, Spans.of(pattern), fails);
      }
    }
    if (!pattern.getVarId().isUnnamed()) {
      body.write(pattern.getVarId(), matched);
    }
  }

  private static boolean isTotal(JTypeMirror wanted, JTypeMirror type) {
    return type != null
        && (wanted.isPrimitive()
            || !TypeOps.isUnresolved(type) && type.getErasure().isSubtypeOf(wanted.getErasure()));
  }

  private int test(String type, int value, Span span, Label fails) {
    int is = flow.newRegister();
    Label holds = new Label();
    flow.emit(new Step.InstanceOf(is, value, type), span);
    flow.branch(new Step.Test(Comparison.IS_TRUE, is, Step.NONE), List.of(holds, fails), span);
    flow.place(holds);
    int cast = flow.newRegister();
    flow.emit(new Step.Cast(cast, value, type), span);
    return cast;
  }

  private void match(ASTRecordPattern pattern, int value, Label fails) {
    JTypeMirror type = Names.typeOf(pattern.getTypeNode());
    String name = body.names().of(type);
    int object = test(name, value, Spans.of(pattern.getTypeNode()), fails);
    List<JRecordComponentSymbol> components =
        type.getSymbol() instanceof JClassSymbol symbol ? symbol.getRecordComponents() : List.of();
    int i = 0;
    for (ASTPattern nested : pattern.getComponentPatterns()) {
      JRecordComponentSymbol component = i < components.size() ? components.get(i) : null;
      match(nested, component, object, name, fails);
      i++;
    }
  }

  private void match(
      ASTPattern nested, JRecordComponentSymbol component, int object, String owner, Label fails) {
    Span span = Spans.of(nested);
    if (component == null) {
      match(nested, body.unknown(List.of(object), span), null, fails);
      return;
    }
    JTypeMirror type = component.getTypeMirror(Substitution.EMPTY);
    int value = flow.newRegister();
    MethodRef accessor =
        new MethodRef(owner, component.getSimpleName(), List.of(), body.names().of(type));
    flow.call(new Step.Call(accessor, CallKind.VIRTUAL, object, List.of(), value), span);
    match(nested, value, type, fails);
  }
}
