package org.acme

import java.io.FileInputStream

class Fun {
    fun used(file: String): Int = FileInputStream(file).use { it.read() }

    fun leak(file: String): Int {
        val stream = FileInputStream(file) // LEAK
        return stream.read()
    }
}
