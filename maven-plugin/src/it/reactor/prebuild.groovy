// An absolute folder for reports, which only this machine knows.
def reports = new File(basedir, 'reports').absolutePath.replace('\\', '/')
new File(basedir, 'shared.properties').text = "leakcheck.outputDirectory = $reports\n"
return true
