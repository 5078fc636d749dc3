package pageloom.store;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/// The connections that a servlet container may have for us, under `java:comp/env/jdbc/pageloom`.
public final class ContainerDataSource {
  /// The name below the application's own environment (Jakarta EE Platform, section 5.7).
  public static final String NAME = "jdbc/pageloom";

  private ContainerDataSource() {}

  /// Those, where somebody has set them up.
  @SuppressWarnings("BanJNDI") // a constant name, in what the operator has configured
  public static Optional<DataSource> find() {
    try {
      Object found = new InitialContext().lookup("java:comp/env/" + NAME);
      return found instanceof DataSource source ? Optional.of(source) : Optional.empty();
    } catch (NamingException nobodyHas) {
      return Optional.empty();
    }
  }
}
