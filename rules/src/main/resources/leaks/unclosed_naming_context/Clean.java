package unclosed_naming_context;

import java.util.Hashtable;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;

public class Clean {

  public static Object closedInFinally(Hashtable<String, String> environment)
      throws NamingException {
    DirContext context = new InitialDirContext(environment);
    try {
      return context.getAttributes("cn=admin");
    } finally {
      context.close();
    }
  }

  public static boolean authenticates(Hashtable<String, String> environment) {
    DirContext context = null;
    try {
      context = new InitialDirContext(environment);
      return true;
    } catch (NamingException e) {
      return false;
    } finally {
      if (context != null) {
        try {
          context.close();
        } catch (NamingException e) {
          System.err.println("cannot close");
        }
      }
    }
  }

  public static DirContext returned(Hashtable<String, String> environment) throws NamingException {
    return new InitialDirContext(environment);
  }

  public static int readToItsEnd(DirContext context, String filter) throws NamingException {
    NamingEnumeration<SearchResult> found = context.search("", filter, new SearchControls());
    int count = 0;
    while (found.hasMoreElements()) {
      found.nextElement();
      count++;
    }
    return count;
  }

  public static void readToItsEndByAnother(DirContext context) throws NamingException {
    print(context.search("", "(cn=*)", new SearchControls()));
  }

  private static void print(NamingEnumeration<SearchResult> found) {
    while (found.hasMoreElements()) {
      System.out.println(found.nextElement());
    }
  }

  public static String firstOnly(DirContext context, String filter) throws NamingException {
    NamingEnumeration<SearchResult> found = context.search("", filter, new SearchControls());
    try {
      return found.hasMore() ? found.next().getName() : null;
    } finally {
      found.close();
    }
  }
}
