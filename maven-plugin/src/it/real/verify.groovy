def log = { name -> new File(basedir, name).text.replace('\r\n', '\n').replace('\\', '/') }
def places = { text -> (text =~ /(?m)--> (\S+):(\d+):\d+$/).collect { it[1] + ':' + it[2] }.toSorted() }
def marked = { List folders ->
  def found = []
  folders.each { folder ->
    new File(basedir, folder).eachFileRecurse(groovy.io.FileType.FILES) { file ->
      def path = basedir.toPath().relativize(file.toPath()).toString().replace('\\', '/')
      file.readLines('UTF-8').eachWithIndex { line, i -> if (line.contains('// LEAK')) found << path + ':' + (i + 1) }
    }
  }
  found.toSorted()
}

// All that is written is judged, with its class files, and nothing else: no tests, nothing generated.
def compiled = log('compiled.log')
def modules = ['generated', 'lombok', 'groovy', 'kotlin', 'releases', 'roots']
assert places(compiled) == marked(modules.collect { it + '/src/main' } + ['roots/src/more', 'stale/src/before'])
modules.each { name ->
  boolean quiet = (compiled =~ /leakcheck: \d errors? in \d class(es)? of ${name}, /).find()
  assert quiet : name
}
boolean pomIsSilent = !compiled.contains(' of real') && !compiled.contains('\tat ')
assert pomIsSilent
assert compiled.count('Found matching toolchain') > modules.size()

// What was asked for besides; the stack trace is for -e.
def all = log('all.log')
assert places(all) == ['generated/src/main/java/org/acme/Written.java:9', 'generated/src/test/java/org/acme/InTests.java:8',
    'generated/target/generated-sources/annotations/org/acme/Twin.java:4']
boolean traced = all.contains('at io.github.leakcheck.')
assert traced

// Yesterday's class files.
def stale = log('stale.log')
assert places(stale) == ['Changed.java:8', 'Changed.java:12', 'Same.java:8'].collect { 'stale/src/after/org/acme/' + it }.toSorted()
assert stale.contains('1 of 2 source files judged from source: class files are out of date')
assert stale.contains('1 class ignored: its source is gone')
assert stale.contains('leakcheck: 3 errors in 2 classes of stale (2 notes), ')
def strict = log('strict.log')
assert strict.contains('leakcheck.requireClasses: 1 of 2 classes of stale judged from source, ')
return true
