package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mainstay.config.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PublicKeyTest {
  private static final String FILE = "src/test/resources/web-servers.pub";
  private static final String FORM =
      "the path of a public key file, or an OpenSSH key: RSA with 2048 or 4096 bits, Ed25519";

  private final WebFleetArgs args = WebFleetFixture.args();

  private void assertRefused(String publicKey, String... messages) {
    args.publicKey = publicKey;
    assertThat(args.problems()).extracting(Problem::message).containsExactly(messages);
  }

  private static String ed25519() {
    byte[] type = "ssh-ed25519".getBytes(StandardCharsets.US_ASCII);
    var fields = java.nio.ByteBuffer.allocate(8 + type.length + 32);
    fields.putInt(type.length).put(type).putInt(32);
    return "ssh-ed25519 " + Base64.getEncoder().encodeToString(fields.array()) + " me@home";
  }

  @Test
  void aFileAndTheKeyItselfAreAccepted() throws IOException {
    assertRefused(FILE);
    assertRefused(Files.readString(Path.of(FILE)).strip());
  }

  @Test
  void whatIsNoPublicKeyIsRefusedAndShownInShort() {
    assertRefused("no-such.pub", "publicKey is \"no-such.pub\"; allowed: " + FORM);
    assertRefused("pom.xml", "publicKey is \"pom.xml\"; allowed: " + FORM);
    assertRefused("ssh-rsa AAAA", "publicKey is \"ssh-rsa AAAA\"; allowed: " + FORM);
    assertRefused(
        "ssh-rsa " + "A".repeat(400),
        "publicKey is \"ssh-rsa AAAAAAAAAAAAAAAAAAAAAA...\"; allowed: " + FORM);
  }

  @Test
  void aPrivateKeyIsNeverShown() {
    assertRefused(
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEA\n",
        "publicKey is \"a private key\"; allowed: " + FORM);
  }

  @Test
  void aKeyWhoseBodyHasAnotherTypeIsRefused() {
    assertRefused(
        ed25519().replace("ssh-ed25519 ", "ssh-rsa "),
        "publicKey is \"ssh-rsa AAAAC3NzaC1lZDI1NTE5AA...\"; allowed: " + FORM);
  }

  @Test
  void windowsRequiresRsa() {
    assertRefused(
        ed25519(),
        "publicKey is \"ssh-ed25519 AAAAC3NzaC1lZDI1NT...\"; allowed: an RSA key with Windows,"
            + " which cannot encrypt its password for other keys");
    args.userDataFile = "pom.xml";
    assertThat(args.problems()).isEmpty();
  }

  @Test
  void aNewKeyPairExcludesAnExistingOne() {
    args.keyPair = "operators";
    assertRefused(
        FILE,
        "publicKey is \"src/test/resources/web-servers.pub\"; allowed: not set together with"
            + " keyPair, which names an existing key pair");
  }
}
