def file = { name -> def f = new File(basedir, name); f.parentFile.mkdirs(); f }
file('no-zip.jar').text = 'no zip'
file('target/classes/org/acme/Half.class').bytes = [0xca, 0xfe, 0xba, 0xbe, 0, 0, 0] as byte[]
def leak = { name, text -> """\
package org.acme;

class $name {
    static int leak() throws Exception {
        return new java.io.FileInputStream("$text").read(); // LEAK
    }
}
""" }
file('src/main/java/org/acme/Strange.java').setText(leak('Strange', '\u001b[31m<script>\u202e</script>\u0007'), 'UTF-8')
file('src/main/java/org/acme/Latin.java').setText(leak('Latin', 'fa\u00e7ade'), 'ISO-8859-1')
file('src/main/java/org/acme/Deep.java').text =
    'package org.acme; class Deep { int x = ' + '('.multiply(50000) + '1' + ')'.multiply(50000) + '; }'
return true
