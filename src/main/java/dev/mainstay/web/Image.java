package dev.mainstay.web;

/**
 * The image of the servers: an AMI id, or the name of a Systems Manager parameter that contains
 * one.
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

  /** Whether the image is known to be Windows; a custom image may be Windows too. */
  boolean isKnownWindows() {
    return text.startsWith(WINDOWS_IMAGES);
  }

  boolean isKnownOtherPlatform() {
    return text.startsWith(AWS_IMAGES) && !isKnownWindows();
  }

  /** The value for the launch template; EC2 resolves a parameter at each launch. */
  String launchTemplateImageId() {
    return isAmi() ? text : "resolve:ssm:" + text;
  }

  /**
   * Whether an instance refresh can roll back: <a
   * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html">not
   * with a parameter</a>.
   */
  boolean canRollBack() {
    return isAmi();
  }
}
