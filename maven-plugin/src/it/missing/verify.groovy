['online.log', 'offline.log'].each { name ->
  def log = new File(basedir, name).text
  assert log.contains('[WARNING] leakcheck: missing: cannot resolve org.acme:not-there:1.0, so ')
  assert (log =~ /(?m)^\[WARNING\].*not-there/).size() == 1
  assert !log.contains('only-for-tests')
  assert log.contains('src/main/java/org/acme/Head.java:10:22')
  assert log.contains('leakcheck: no project.build.sourceEncoding is set, sources are read as UTF-8')
}
assert new File(basedir, 'strict.log').text.contains('leakcheck.failOnAnalysisError: not all of missing could be looked into: cannot resolve org.acme:not-there:1.0, ')
assert new File(basedir, 'classes.log').text.contains('leakcheck.requireClasses: missing has no class files; compile it first, as in `mvn compile leakcheck:check`.')
return true
