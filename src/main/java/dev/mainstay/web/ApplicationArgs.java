package dev.mainstay.web;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import javax.annotation.Nullable;

/** The application package that each server fetches as it boots. */
public final class ApplicationArgs extends ResourceArgs {
  /** Bucket in the stack's account, encrypted with a key that AWS manages. Required. */
  @Import @Nullable public String bucket;

  /** Key of a ZIP file with the content of the web site. Required. */
  @Import @Nullable public String key;

  /**
   * Whether the application itself answers the load balancer's health check with 200. Default
   * false: the web server does, as soon as the package is in place.
   */
  @Import @Nullable public Boolean answersHealthChecks;

  public boolean answersHealthChecks() {
    return answersHealthChecks != null && answersHealthChecks;
  }
}
