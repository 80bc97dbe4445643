def log = { name -> new File(basedir, name).text }

['pmd.log': '7.17.0', 'newest-pmd.log': '7.27.0'].each { name, version ->
  boolean right = log(name).contains('PMD version: ' + version)
      && log(name).contains('PMD Failure: org.acme.Head:8 Rule:UnclosedFileStream Priority:1 ')
      && log(name).contains('PMD ' + version + ' has found 1 violation.')
  assert right : name
}

boolean reported = log('spotbugs.log').contains('[line 8] LEAK_UNCLOSED_FILE_STREAM')
assert reported
def bugs = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/spotbugsXml.xml')).BugInstance
def ours = bugs.findAll { it.@type.text().startsWith('LEAK_') }
assert ours.size() == 1
assert ours[0].SourceLine.@start.text() == '8'
return true
