import groovy.json.JsonSlurper

// The marked lines of a sample and the results of its reports must be the same sets.

Set<String> marked = new TreeSet<>()
new File(basedir, 'src').eachFileRecurse { file ->
  if (file.name.endsWith('.java')) {
    file.readLines('UTF-8').eachWithIndex { line, index ->
      def mark = line =~ /\/\/ LEAK: ([a-z-]+)$/
      if (mark) {
        marked << "${file.name}:${index + 1} ${mark[0][1]}".toString()
      }
    }
  }
}

// What review systems know a finding by does not depend on who judged it.
Set<List> identities = []

['source': 'target/leakcheck-source', 'class files': 'target/leakcheck'].each { judge, folder ->
  def report = new JsonSlurper().parse(new File(basedir, "$folder/leakcheck.sarif"), 'UTF-8')
  Set<String> reported = new TreeSet<>()
  report.runs[0].results.each { result ->
    def place = result.locations[0].physicalLocation
    def name = place.artifactLocation.uri.replaceAll('.*/', '')
    reported << "${name}:${place.region.startLine} ${result.ruleId}".toString()
  }
  identities << report.runs[0].results.collect { [it.partialFingerprints, it.locations.physicalLocation] }
  def wrong = (marked - reported).collect { "not reported: $it" } + (reported - marked).collect { "not marked: $it" }
  assert wrong.empty : "judged from $judge: ${wrong.join(', ')}"
}

assert identities.size() == 1

// Nothing but the verdict may break a build.
def errors = new File(basedir, 'build.log').readLines('UTF-8').findAll { it.startsWith('[ERROR] Failed to execute') }
assert errors.every { it.contains(':check ') && it.contains('leakcheck found') }
assert errors.size() == (marked ? 2 : 0)
