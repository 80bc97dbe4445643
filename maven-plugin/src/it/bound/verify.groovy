def log = new File(basedir, 'bound.log').text
assert log.indexOf(':check (default) @ bound') > log.indexOf(':jar (default-jar) @ bound')
assert log.contains('leakcheck: no leaks found in 1 class of bound, ')
assert log.count('leakcheck: ') == 1
return true
