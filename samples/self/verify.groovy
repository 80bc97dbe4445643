def log = new File(basedir, 'self.log').text
['leakcheck-rules', 'leakcheck-maven-plugin'].each { module ->
  def summary = log =~ /leakcheck: no leaks found in (\d+) classes of ${module}[ ,]/
  assert summary.find() && (summary.group(1) as int) > 50 : module
}
assert !log.contains('hides nothing')
return true
