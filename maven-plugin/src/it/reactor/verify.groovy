def log = { name -> new File(basedir, name).text.replace('\r\n', '\n') }
def file = { folder -> new File(basedir, "$folder/leakcheck.sarif") }
def run = { folder -> new groovy.json.JsonSlurper().parse(file(folder), 'UTF-8').runs[0] }
def reported = { folder ->
  run(folder).results.collect { it.locations[0].physicalLocation.artifactLocation.uri.replaceAll('.*/', '') }
}
def whole = { folder -> run(folder).invocations[0].executionSuccessful }
def lacking = { folder ->
  run(folder).invocations[0].toolExecutionNotifications*.message*.text.collect { it.replaceAll('org.acme:|:.*', '') }
}
def all = ['One.java', 'Three.java', 'Two.java']

// The aggregator's `clean` may come last, and threads may mix: the report is there and whole.
assert reported('target/leakcheck') == all && whole('target/leakcheck')
['one', 'two', 'three'].each { assert reported("$it/target/leakcheck").size() == 1 }

// The same again, the same bytes; modules that did not run keep what they had.
assert file('target/again').bytes == file('target/leakcheck').bytes
assert log('picked.log').contains(' of two') && !log('picked.log').contains(' of one')
assert !log('picked.log').contains('the merged report lacks')

// A module that does not compile is missing, and the report says so.
assert reported('target/broken') == ['One.java', 'Two.java']
assert !whole('target/broken') && lacking('target/broken') == ['three']
assert log('broken.log').contains('[WARNING] leakcheck: the merged report lacks three: not looked at in this build')

// By default the first module with a leak ends the build; failAtEnd lets all report.
assert log('first.log').count('error[unclosed-file-stream]') == 1
def end = log('end.log')
assert end.count('error[unclosed-file-stream]') == 3
assert end.contains('leakcheck found 1 error in one, 1 error in three, 1 error in two (')
assert end.contains('Details: target/end/leakcheck.sarif.')
assert end.count('BUILD FAILURE') == 1 && end.count('leakcheck found') == 1

// Workflow commands go past the log, once for all modules, each at the start of a line.
def commands = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.startsWith('::error ') }
assert commands.size() == 3
assert commands.every { it.contains('/src/main/java/org/acme/') && it.contains(',line=9,') }
assert commands[0].contains(' file=') && !commands[0].contains(basedir.path)

// So do modules before the one that a build resumes with.
assert reported('target/resumed') == ['Three.java', 'Two.java'] && lacking('target/resumed') == ['one']

// A folder given once for all is shared: a folder in it for each module.
assert reported('reports').containsAll(['One.java', 'Three.java'])
assert reported('reports/one') == ['One.java'] && reported('reports/three') == ['Three.java']
return true
