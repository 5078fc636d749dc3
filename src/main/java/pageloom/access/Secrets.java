package pageloom.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What is made at random and what is compared in secret.
public final class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// A random text for addresses and cookies.
  public static String random(int bits) {
    byte[] bytes = new byte[bits / 8];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// Whether two secrets are the same, in a time that tells nothing of where they differ or how
  /// long the right one is.
  public static boolean equal(String one, String other) {
    return MessageDigest.isEqual(hash(one), hash(other));
  }

  /// What a random text is kept as, in hex: whoever reads the database can't use it.
  public static String fingerprint(String random) {
    return HexFormat.of().formatHex(hash(random));
  }

  /// The same under a key: without it, nothing that was kept is found again.
  public static String fingerprint(String key, String random) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(hash(key), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(random.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException everyJreHasIt) {
      throw new AssertionError(everyJreHasIt);
    }
  }

  private static byte[] hash(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// SHA-256 (FIPS 180-4) of some bytes.
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException everyJreHasIt) {
      throw new AssertionError(everyJreHasIt);
    }
  }
}
