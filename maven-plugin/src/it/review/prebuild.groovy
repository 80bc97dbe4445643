// A repository with an old leak, and a new one that nobody committed yet.
def git = { String... arguments ->
  def process = (['git'] + arguments.toList()).execute(null, basedir)
  def out = process.inputStream.getText('UTF-8')
  assert process.waitFor() == 0 : process.errorStream.text
  out
}
git('init', '-q', '-b', 'main')
git('add', 'pom.xml', 'src')
git('-c', 'user.name=Test', '-c', 'user.email=test@acme.org', 'commit', '-q', '-m', 'One')
def old = new File(basedir, 'src/main/java/org/acme/Old.java')
def text = old.getText('UTF-8')
def fresh = text.replace('first(', 'second(').replace('(file)', '(name)').replace('String file', 'String name')
old.setText(text.replaceFirst(/\}\s*$/, '') + '\n' + fresh.substring(fresh.indexOf('  int second'), fresh.length()), 'UTF-8')
new File(basedir, 'change.diff').setText(git('diff'), 'UTF-8')

// A baseline in which one entry is over.
new File(basedir, 'stale.json').text = '''{
"version": 1,
"entries": [
{"rule":"unclosed-file-stream","file":"src/main/java/org/acme/Gone.java","member":"Gone.x","code":"x","statement":"x()","times":1,"reason":""},
{"rule":"unclosed-file-stream","file":"src/main/java/org/acme/Old.java","member":"Old.first","code":"new FileInputStream","statement":"InputStream in=new FileInputStream(file)","times":1,"reason":"known"}
]
}
'''
return true
