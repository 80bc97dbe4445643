package io.github.leakcheck.engine;

import com.github.javaparser.ParseResult;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import io.github.leakcheck.engine.SourceMember.Kind;
import io.github.leakcheck.model.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members declared in one source file, in source order. */
final class ParsedFile {
  private final List<SourceMember> members = new ArrayList<>();

  private ParsedFile(CompilationUnit unit) {
    List<String> outside = List.of();
    unit.getTypes().forEach(type -> addType(type, outside));
  }

  /** Empty if the text is not Java that the parser knows. */
  static Optional<ParsedFile> parse(String text) {
    return SourceParser.parse(text).flatMap(ParseResult::getResult).flatMap(ParsedFile::of);
  }

  private static Optional<ParsedFile> of(CompilationUnit unit) {
    try {
      return Optional.of(new ParsedFile(unit));
    } catch (RuntimeException | StackOverflowError e) {
      return Optional.empty(); // hostile or very deep code: the caller goes on with lines
    }
  }

  List<SourceMember> members() {
    return List.copyOf(members);
  }

  private void addType(TypeDeclaration<?> type, List<String> outer) {
    List<String> names = joined(outer, type.getNameAsString());
    add(names, "", Kind.TYPE, List.of(), type, type.getName());
    if (type instanceof RecordDeclaration record) {
      record.getParameters().forEach(p -> addField(names, p.getName(), p, false));
    }
    if (type.isEnumDeclaration()) {
      type.asEnumDeclaration().getEntries().forEach(entry -> addConstant(entry, names));
    }
    boolean fieldsAreStatic =
        type.isClassOrInterfaceDeclaration() && type.asClassOrInterfaceDeclaration().isInterface();
    type.getMembers().forEach(body -> addBody(body, names, fieldsAreStatic));
  }

  private void addConstant(EnumConstantDeclaration constant, List<String> names) {
    addField(names, constant.getName(), constant, true);
    constant.getClassBody().forEach(body -> addBody(body, joined(names, ""), false));
  }

  private void addBody(BodyDeclaration<?> body, List<String> names, boolean fieldsAreStatic) {
    if (body instanceof TypeDeclaration<?> type) {
      addType(type, names);
      return;
    }
    if (body instanceof FieldDeclaration field) {
      boolean isStatic = fieldsAreStatic || field.isStatic();
      for (VariableDeclarator variable : field.getVariables()) {
        addField(names, variable.getName(), variable, isStatic);
      }
    } else if (body instanceof CallableDeclaration<?> callable) {
      addCallable(callable, names);
    } else if (body instanceof CompactConstructorDeclaration compact) {
      add(names, "<init>", Kind.CONSTRUCTOR, List.of(), compact, compact.getName());
    } else if (body instanceof InitializerDeclaration block) {
      Kind kind = block.isStatic() ? Kind.STATIC_INITIALISER : Kind.INITIALISER;
      add(names, block.isStatic() ? "<clinit>" : "<init>", kind, List.of(), block, block);
    }
    addLocalTypes(body, names);
  }

  private void addCallable(CallableDeclaration<?> callable, List<String> names) {
    boolean constructor = callable instanceof ConstructorDeclaration;
    List<String> parameters =
        callable.getParameters().stream().map(ParsedFile::simpleType).toList();
    add(
        names,
        constructor ? "<init>" : callable.getNameAsString(),
        constructor ? Kind.CONSTRUCTOR : Kind.METHOD,
        parameters,
        callable,
        callable.getName());
  }

  private void addField(List<String> names, SimpleName name, Node node, boolean isStatic) {
    Kind kind = isStatic ? Kind.STATIC_FIELD : Kind.FIELD;
    add(names, name.getIdentifier(), kind, List.of(), node, name);
  }

  /** Anonymous and local classes have members of their own. */
  private void addLocalTypes(Node node, List<String> names) {
    for (Node child : node.getChildNodes()) {
      if (child instanceof TypeDeclaration<?> local) {
        addType(local, names);
      } else if (child instanceof ObjectCreationExpr creation
          && creation.getAnonymousClassBody().isPresent()) {
        List<String> inside = joined(names, "");
        creation.getAnonymousClassBody().get().forEach(body -> addBody(body, inside, false));
        creation.getArguments().forEach(argument -> addLocalTypes(argument, names));
      } else {
        addLocalTypes(child, names);
      }
    }
  }

  private void add(
      List<String> type, String name, Kind kind, List<String> parameters, Node node, Node title) {
    Optional<Range> range = node.getRange();
    Optional<Range> region = title.getRange();
    if (range.isPresent() && region.isPresent()) {
      Span span = span(region.get());
      members.add(new SourceMember(type, name, kind, parameters, node, range.get(), span));
    }
  }

  /** One line at most: what reviews can show. */
  static Span span(Range range) {
    int end = range.end.line == range.begin.line ? range.end.column + 1 : range.begin.column + 1;
    return new Span(range.begin.line, range.begin.column, range.begin.line, end);
  }

  private static String simpleType(Parameter parameter) {
    String text = parameter.getType().asString().replaceAll("<.*>", "");
    String simple = text.substring(text.lastIndexOf('.') + 1);
    return parameter.isVarArgs() ? simple + "[]" : simple;
  }

  private static List<String> joined(List<String> outer, String name) {
    List<String> names = new ArrayList<>(outer);
    names.add(name);
    return List.copyOf(names);
  }
}
