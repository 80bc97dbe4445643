package com.acme.f04;

import java.io.*;
import java.nio.file.*;

public class FinallyShapes {

    // GOOD
    void guarded(File f) throws IOException {
        InputStream in = null;
        try {
            in = new FileInputStream(f);
            System.out.println(in.read());
        } finally {
            if (in != null) {
                in.close();
            }
        }
    }

    // BAD
    void opens(File f) throws IOException {
        InputStream in = null;
        try {
            in = new FileInputStream(f);
            System.out.println(in.read());
        } finally {
            if (in == null) {
                System.out.println("nothing opened");
            }
        }
    }

    // BAD
    void pair(File f, File g) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(f);
            out = new BufferedOutputStream(new FileOutputStream(g));
            in.transferTo(out);
        } finally {
            if (out != null) {
                out.close();
            }
            if (in != null) {
                in.close();
            }
        }
    }

    // GOOD
    void nested(File f, File g) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(f);
            out = new FileOutputStream(g);
            in.transferTo(out);
        } finally {
            try {
                if (out != null) {
                    out.close();
                }
            } finally {
                if (in != null) {
                    in.close();
                }
            }
        }
    }

    // GOOD
    void swallowing(File f, File g) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(f);
            out = new FileOutputStream(g);
            in.transferTo(out);
        } finally {
            if (in != null) {
                try {
                    in.close();
                } catch (IOException ignored) {
                }
            }
            if (out != null) {
                try {
                    out.close();
                } catch (IOException ignored) {
                }
            }
        }
    }

    // BAD
    void third(File f, File g) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(f);
            out = new FileOutputStream(g);
            in.transferTo(out);
        } finally {
            if (in != null) {
                in.close();
            }
        }
    }

    // BAD
    void elseIf(File f, File g) throws IOException {
        InputStream in = null;
        OutputStream out = null;
        try {
            in = new FileInputStream(f);
            out = new FileOutputStream(g);
            in.transferTo(out);
        } finally {
            if (in != null) {
                in.close();
            } else if (out != null) {
                out.close();
            }
        }
    }

    // BAD
    int catchOnly(Path p) {
        InputStream in = null;
        try {
            in = Files.newInputStream(p);
            return in.read();
        } catch (IOException e) {
            try {
                if (in != null) {
                    in.close();
                }
            } catch (IOException e2) {
                e.addSuppressed(e2);
            }
            return -1;
        }
    }

    // GOOD
    int returnsInFinally(Path p) throws IOException {
        InputStream in = Files.newInputStream(p);
        int v = -1;
        try {
            v = in.read();
        } catch (IOException e) {
            v = -2;
        } finally {
            in.close();
        }
        return v;
    }

    // GOOD
    int twoLevels(Path p) throws IOException {
        try {
            InputStream in = Files.newInputStream(p);
            try {
                return in.read();
            } finally {
                in.close();
            }
        } catch (NoSuchFileException e) {
            return 0;
        } finally {
            System.out.println("done " + p);
        }
    }

    // BAD
    void throwsInFinally(Path p, boolean strict) throws IOException {
        InputStream in = Files.newInputStream(p);
        try {
            in.skip(4);
        } finally {
            if (strict && p.getNameCount() == 1) {
                throw new IOException("relative");
            }
            in.close();
        }
    }
}
