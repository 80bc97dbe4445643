def log = new File(basedir, 'report.log').getText('UTF-8')
[
  'cannot read class file org/acme/Half.class: ',
  'cannot read org/acme/Broken.java: no Java at line 4, column 13',
  'cannot read org/acme/Deep.java: nested too deeply',
  'no-zip.jar: is no readable jar',
  'org/acme/Latin.java is not UTF-8 text: odd characters were replaced',
  'org/acme/Strange.java:5:',
  'org/acme/Latin.java:5:',
  'BUILD SUCCESS'
].each { text -> assert log.contains(text) : text }
boolean counted = (log =~ /leakcheck: 2 errors in 2 classes of hostile \(\d+ notes\)/).find()
assert counted
boolean raw = log.contains('\u001b') || log.contains('\u202e') || log.contains('\u0007') || log.contains('\tat ')
assert !raw

def sarif = new File(basedir, 'target/leakcheck/leakcheck.sarif')
def run = new groovy.json.JsonSlurper().parse(sarif).runs[0]
assert run.results.size() == 2
assert run.invocations[0].toolExecutionNotifications.size() >= 5
boolean clean = !sarif.getText('UTF-8').contains('\u001b')
assert clean

assert new File(basedir, 'strict.log').text.contains('leakcheck.failOnAnalysisError: not all of hostile could be looked into: ')
return true
