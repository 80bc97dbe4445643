def log = { name -> new File(basedir, name).text.replace('\r\n', '\n') }

['since.log', 'diff.log'].each { name ->
  assert log(name).contains('src/main/java/org/acme/Old.java:14:')
  assert log(name).contains('leakcheck: 1 error in 1 class of review (1 outside of the change, ')
}
assert log('unknown.log').contains("leakcheck.newSince: git knows no commit 'origin/main' here; fetch it")

assert log('stale.log').contains('leakcheck: 1 error in 1 class of review (1 in the baseline, ')
assert log('stale.log').contains('[WARNING] leakcheck: 1 entry of stale.json matches nothing any more, that is unclosed-file-stream in src/main/java/org/acme/Gone.java (Gone.x); ')
assert log('failing.log').contains('BUILD FAILURE') && log('failing.log').contains('(leakcheck.failOnStaleBaseline)')
assert log('pruned.log').contains('leakcheck: 1 entry removed from stale.json, 1 left')
assert new File(basedir, 'stale.json').readLines().size() == 6
assert new File(basedir, 'stale.json').text.contains('"reason":"known"')

assert log('baseline.log').contains('leakcheck: 2 findings of review set aside')
assert new File(basedir, '.leakcheck-baseline.json').readLines().size() == 7
assert log('rest.log').contains('leakcheck: no leaks found in 1 class of review (2 in the baseline, ')
return true
