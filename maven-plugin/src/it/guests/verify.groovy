def log = { name -> new File(basedir, name).text }

['elements.log', 'text.log'].each { name ->
  assert log(name).contains('[pmd:EmptyCatchBlock]: Avoid empty catch blocks')
  assert log(name).contains('Dice.java:9:')
  assert log(name).contains('[spotbugs:PREDICTABLE_RANDOM]: ')
  assert log(name).contains('Dice.java:8:')
  assert log(name).contains(' of guests (1 suppressed), ')
  assert !log(name).contains('hides nothing')
}
def run = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/leakcheck/leakcheck.sarif')).runs[0]
assert run.results.size() == 2
run.results.each { result ->
  def rule = run.tool.driver.rules[result.ruleIndex]
  assert rule.id == result.ruleId && rule.shortDescription.text && rule.help.text && rule.helpUri
}

assert log('ruleset.log').contains("leakcheck.pmdRulesets: 'nothing.xml' is not possible; it must be a file, absolute or below ")
assert log('entity.log').contains('entity.xml cannot be loaded: ') && log('entity.log').contains('DOCTYPE')
assert log('plugin.log').contains("leakcheck.spotbugsPlugins: 'findsecbugs' is not possible; it must be group:artifact:version, or a jar, ")
assert log('engines.log').contains("leakcheck.engines: 'source' is not possible; spotbugsPlugins look at class files: take auto, both or bytecode.")
return true
