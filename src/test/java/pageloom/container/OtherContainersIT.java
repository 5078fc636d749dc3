package pageloom.container;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// The products that take longer to fetch and to start.
@Tag("containers")
@ParameterizedClass(name = "{0}")
@EnumSource(names = {"WILDFLY", "OPEN_LIBERTY", "PAYARA_MICRO"})
final class OtherContainersIT extends ContainerSuite {}
