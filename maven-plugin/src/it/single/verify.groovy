def log = { name -> new File(basedir, name).text.replace('\r\n', '\n') }
def head = '''\
[ERROR] error[unclosed-file-stream]: `in` is not closed if `read` throws
  --> src/main/java/org/acme/Head.java:10:20
   |
10 |         InputStream in = new FileInputStream(file);
   |                          ^^^^^^^^^^^^^^^^^^^'''

assert log('uncompiled.log').contains('src/main/java/org/acme/Head.java:10:20')
assert log('uncompiled.log').contains('no class files')

def compiled = log('compiled.log')
assert compiled.contains(head)
assert compiled.contains('src/main/java/org/acme/legacy/Tail.java:8:')
assert !compiled.contains('Tail.java:13')
assert compiled.contains('leakcheck: 2 errors in 2 classes of single (1 suppressed), ')
assert compiled.contains('leakcheck found 2 errors in single (leakcheck.failOnSeverity=warning).')
assert !compiled.contains('\u001b')
assert !compiled.contains('\tat ')
assert new File(basedir, 'target/leakcheck/leakcheck.sarif').text.contains('"unclosed-file-stream"')

assert log('reporting.log').contains('[WARNING] error[unclosed-file-stream]')
assert log('reporting.log').contains('BUILD SUCCESS')

assert log('excluded.log').contains('leakcheck: no leaks found in 2 classes of single, ')
assert log('excluded.log').count('leakcheck: ') == 1

assert log('quiet.log').startsWith(head)
assert !log('quiet.log').contains('[INFO]') && !log('quiet.log').contains('[WARNING]')
assert log('silent.log').isEmpty()

assert log('rule.log').contains("leakcheck.rules: 'unclosed-file-streams' is not possible; the nearest rules are unclosed-file-stream, ")
assert log('typo.log').contains('[WARNING] leakcheck: there is no -Dleakcheck.failOnViolatoin; the nearest are leakcheck.failOnViolation, ')
assert log('typo.log').contains("leakcheck.failOnViolation: 'flase' is not possible; allowed are true, false.")

assert log('model.log').contains('leakcheck: no leaks found in 2 classes of single')
assert log('no-model.log').contains("leakcheck.resourceModels: 'api.txt' is not possible; it must name a file, absolute or below ")
return true
