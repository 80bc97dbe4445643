import groovy.json.JsonSlurper

// The marked lines of the sample and the results of its report must be the same set.

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

def report = new JsonSlurper().parse(new File(basedir, 'target/leakcheck/leakcheck.sarif'), 'UTF-8')
Set<String> reported = new TreeSet<>()
report.runs[0].results.each { result ->
  def place = result.locations[0].physicalLocation
  def name = place.artifactLocation.uri.replaceAll('.*/', '')
  reported << "${name}:${place.region.startLine} ${result.ruleId}".toString()
}

assert reported == marked

// The verdict, and nothing else, may break the build.
def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains(marked ? 'BUILD FAILURE' : 'BUILD SUCCESS')
