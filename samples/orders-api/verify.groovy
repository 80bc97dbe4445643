evaluate(new File(basedir, '../../../marks.groovy'))

// The picture in the README is what the console really says, but for the time it took.
def picture = /(?s)\[ERROR\] (error|warning)\[.*?\n\[INFO\] leakcheck: [^\n]*/
def timeless = { it.replaceAll(/\d+\.\d s$/, 'N s') }
def readme = new File(basedir, '../../../../README.md')
def page = readme.getText('UTF-8').replace('\r\n', '\n')
def said = new File(basedir, 'build.log').readLines('UTF-8').join('\n').find(picture)
if (regenerate == 'true') {
  readme.setText(page.replace(page.find(picture), said), 'UTF-8')
} else {
  assert timeless(page.find(picture)) == timeless(said) :
      'Generate with: mvn verify -Dleakcheck.regenerate=true'
}
