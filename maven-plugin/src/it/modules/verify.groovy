def log = { name -> new File(basedir, name).text }
def leak = 'App.java:9:'

assert log('uncompiled.log').contains('leakcheck: service: not compiled: core, so ')
assert log('uncompiled.log').count(' not compiled: ') == 1
assert !log('uncompiled.log').contains('cannot resolve')
assert !log('uncompiled.log').contains(' of modules')

// The sibling of a sibling is found, though only the sibling is declared.
assert log('picked.log').contains('leakcheck: app: not compiled: service, core, so ')
assert !log('picked.log').contains('cannot resolve')

// The body that makes it a leak is read there, however Maven is called.
['compiled.log', 'selected.log', 'resumed.log'].each { name ->
  assert log(name).contains(leak)
  assert !log(name).contains('cannot resolve')
  assert !log(name).contains('not compiled')
}
assert log('selected.log').contains(' of app')
assert !log('selected.log').contains(' of core')

// Away from the reactor the sibling is missing, in one line, and nothing fails.
assert log('alone.log').contains('leakcheck: app: cannot resolve org.acme:service:1.0, so ')
assert log('alone.log').count('org.acme:service') == 1
assert log('alone.log').contains('BUILD SUCCESS')
assert new File(basedir, 'app/target/alone/leakcheck.sarif').exists()

assert new File(basedir, 'app/target/leakcheck/leakcheck.sarif').text.contains('App.java')
assert new File(basedir, 'target/leakcheck/leakcheck.sarif').text.contains('app/src/main/java/org/acme/App.java')
return true
