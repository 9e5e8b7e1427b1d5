package dev.mainstay.web;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * A public key in the OpenSSH format, of a type that <a
 * href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/create-key-pairs.html">EC2 imports</a>.
 *
 * @param text the line with type and key
 */
record PublicKey(String text) {
  private static final String RSA = "ssh-rsa";
  private static final String ED25519 = "ssh-ed25519";
  private static final int ED25519_BYTES = 32;

  /** EC2 also imports 1024 bits, which are no longer secure. */
  private static final Set<Integer> RSA_BITS = Set.of(2048, 4096);

  /**
   * The key of a setting that contains the key itself or the path of its file; empty if it is
   * neither.
   */
  static Optional<PublicKey> of(String setting) {
    return isKey(setting) ? parse(setting) : file(setting).flatMap(PublicKey::parse);
  }

  /** The setting for a message: a path as it is, a public key shortened, never a private key. */
  static String shown(String setting) {
    if (setting.contains("PRIVATE KEY")) {
      return "a private key";
    }
    return isKey(setting) && setting.length() > 30 ? setting.substring(0, 30) + "..." : setting;
  }

  boolean isRsa() {
    return text.startsWith(RSA);
  }

  private static boolean isKey(String setting) {
    return setting.startsWith("ssh-") || setting.contains("\n");
  }

  private static Optional<String> file(String path) {
    try {
      return Optional.of(Files.readString(Path.of(path)));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<PublicKey> parse(String content) {
    String line = content.strip();
    String[] words = line.split(" +", 3);
    if (words.length < 2 || line.contains("\n")) {
      return Optional.empty();
    }
    try {
      var fields = ByteBuffer.wrap(Base64.getDecoder().decode(words[1]));
      return isSound(words[0], fields) ? Optional.of(new PublicKey(line)) : Optional.empty();
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return Optional.empty();
    }
  }

  /** The fields of <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253</a>. */
  private static boolean isSound(String type, ByteBuffer fields) {
    if (!type.equals(new String(field(fields), StandardCharsets.US_ASCII))) {
      return false;
    }
    if (type.equals(ED25519)) {
      return field(fields).length == ED25519_BYTES && !fields.hasRemaining();
    }
    if (!type.equals(RSA)) {
      return false;
    }
    field(fields);
    byte[] modulus = field(fields);
    return RSA_BITS.contains(new BigInteger(1, modulus).bitLength()) && !fields.hasRemaining();
  }

  private static byte[] field(ByteBuffer fields) {
    int length = fields.getInt();
    if (length < 0 || length > fields.remaining()) {
      throw new BufferUnderflowException();
    }
    var bytes = new byte[length];
    fields.get(bytes);
    return bytes;
  }
}
