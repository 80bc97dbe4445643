package org.acme;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

final class Head {
	static int first(File file) throws IOException {
		InputStream in = new FileInputStream(file);
		int first = in.read();
		in.close();
		return first;
	}
}
