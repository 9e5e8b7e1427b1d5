package dev.mainstay.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImageTest {
  @Test
  void anAmiIdIsTakenAsItIsAndCanBeRolledBack() {
    for (String id : new String[] {"ami-0123456789abcdef0", "ami-01234567"}) {
      assertThat(new Image(id).launchTemplateImageId()).isEqualTo(id);
      assertThat(new Image(id).canRollBack()).isTrue();
    }
  }

  @Test
  void aParameterIsLookedUpAtEachLaunchAndCannotBeRolledBack() {
    var image = new Image("/golden/web");

    assertThat(image.launchTemplateImageId()).isEqualTo("resolve:ssm:/golden/web");
    assertThat(image.canRollBack()).isFalse();
  }

  @Test
  void onlyAwsOwnImagesAreKnownToBeOfAPlatform() {
    var windows = new Image(new WebFleetArgs().image());
    var linux = new Image("/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64");
    var own = new Image("/golden/web");

    assertThat(windows.isKnownWindows()).isTrue();
    assertThat(windows.isKnownOtherPlatform()).isFalse();
    assertThat(linux.isKnownWindows()).isFalse();
    assertThat(linux.isKnownOtherPlatform()).isTrue();
    assertThat(own.isKnownWindows()).isFalse();
    assertThat(own.isKnownOtherPlatform()).isFalse();
  }
}
