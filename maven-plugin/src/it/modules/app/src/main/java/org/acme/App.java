package org.acme;

import java.io.IOException;
import java.io.InputStream;

public class App {
  public static void main(String[] args) throws IOException {
    Service.serve(args[0]);
    InputStream in = Inputs.input(args[0]);
    System.out.println(in.read());
  }
}
