package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** The application package that each server downloads at boot. */
public final class ApplicationArgs extends ResourceArgs {
  /** Bucket in the stack's account, encrypted with an AWS managed key. Required. */
  @Import @Nullable public String bucket;

  /** Key of a ZIP file with the content of the website. Required. */
  @Import @Nullable public String key;

  /**
   * Whether the application answers the load balancer's health check with 200. Default false: the
   * web server answers once the package is installed.
   */
  @Import @Nullable public Boolean answersHealthChecks;

  public boolean answersHealthChecks() {
    return answersHealthChecks != null && answersHealthChecks;
  }
}
