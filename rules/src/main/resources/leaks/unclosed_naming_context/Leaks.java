package unclosed_naming_context;

import javax.naming.InitialContext;
import java.util.Hashtable;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.InitialDirContext;
import javax.naming.directory.SearchControls;
import javax.naming.directory.SearchResult;
import javax.naming.ldap.InitialLdapContext;

public class Leaks {

  public static Object neverClosed(Hashtable<String, String> environment) throws NamingException {
    DirContext context = new InitialDirContext(environment); // LEAK
    return context.getAttributes("cn=admin");
  }

  public static boolean authenticates(Hashtable<String, String> environment) {
    try {
      new InitialLdapContext(environment, null); // LEAK
      return true;
    } catch (NamingException e) {
      return false;
    }
  }

  public static String closedOnTheNormalPathOnly(Hashtable<String, String> environment)
      throws NamingException {
    DirContext context = new InitialDirContext(environment); // LEAK
    String name = context.getNameInNamespace();
    context.close();
    return name;
  }

  public static boolean leftBeforeItsEnd(DirContext context, String name) throws NamingException {
    NamingEnumeration<SearchResult> found = // the next line
        context.search("", "(cn=*)", new SearchControls()); // LEAK
    while (found.hasMore()) {
      if (found.next().getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  public static String firstOnly(DirContext context, String filter) throws NamingException {
    NamingEnumeration<SearchResult> found = context.search("", filter, new SearchControls()); // LEAK
    return found.hasMore() ? found.next().getName() : null;
  }

  /** A connection only if the environment says so, and what was found may live in it. */
  public static Object found(Hashtable<String, String> environment, String name)
      throws NamingException {
    return new InitialContext(environment).lookup(name); // LEAK(low)
  }

  /** What a context notes down for later is not sent anywhere, and hardly fails. */
  public static NamingEnumeration<SearchResult> foundAs(DirContext context, String user)
      throws NamingException {
    context.addToEnvironment(DirContext.SECURITY_PRINCIPAL, user);
    NamingEnumeration<SearchResult> found = context.search("", "(cn=*)", null); // LEAK(low)
    context.removeFromEnvironment(DirContext.SECURITY_PRINCIPAL);
    return found;
  }
}
