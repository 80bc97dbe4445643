package org.acme

import groovy.transform.CompileStatic

@CompileStatic
class Script {
    int leak(String file) {
        def stream = new FileInputStream(file) // LEAK
        return stream.read() + new Beside().leak(file)
    }
}
