package dev.mainstay.web;

/**
 * What the servers boot from: an AMI id, or the name of a public or own Systems Manager parameter
 * that holds one.
 */
record Image(String text) {
  private static final String AWS_IMAGES = "/aws/service/";
  private static final String WINDOWS_IMAGES = "/aws/service/ami-windows-latest/";

  boolean isAmi() {
    return text.matches("ami-([0-9a-f]{8}|[0-9a-f]{17})");
  }

  boolean isParameter() {
    return text.matches("(/[A-Za-z0-9_.-]+)+");
  }

  /** Certainly Windows. An image of one's own may be, too. */
  boolean isKnownWindows() {
    return text.startsWith(WINDOWS_IMAGES);
  }

  boolean isKnownOtherPlatform() {
    return text.startsWith(AWS_IMAGES) && !isKnownWindows();
  }

  /** As a launch template takes it; a parameter is looked up at each launch. */
  String launchTemplateImageId() {
    return isAmi() ? text : "resolve:ssm:" + text;
  }

  /**
   * Whether a rolling replacement of the servers can be rolled back: <a
   * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html">not
   * with a parameter</a>.
   */
  boolean canRollBack() {
    return isAmi();
  }
}
