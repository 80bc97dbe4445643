evaluate(new File(basedir, '../../../marks.groovy'))
