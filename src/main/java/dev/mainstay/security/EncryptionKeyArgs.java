package dev.mainstay.security;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Section;
import java.util.List;
import java.util.Map;
import javax.annotation.Nonnull;

/** The inputs of the stack's key. It has no settings. */
public final class EncryptionKeyArgs extends ResourceArgs implements Section {
  @Import @Nonnull String region;
  @Import Map<String, String> tags = Map.of();

  /** The region whose services may use the key. Required. */
  public EncryptionKeyArgs region(String name) {
    region = name;
    return this;
  }

  /** Tags of every resource; a {@code Name} becomes the prefix of each resource's own. */
  public EncryptionKeyArgs tags(Map<String, String> stackTags) {
    tags = stackTags;
    return this;
  }

  @Override
  public List<Problem> problems() {
    return List.of();
  }
}
