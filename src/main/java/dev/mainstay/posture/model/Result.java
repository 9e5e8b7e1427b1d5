package dev.mainstay.posture.model;

import java.util.List;

/**
 * How one control stands in a stack.
 *
 * @param control the control
 * @param status the verdict
 * @param findings what fails it, is waived or is not known; empty where it is passed
 * @param reason why it is waived, with the configuration key; empty where it is not
 */
public record Result(Control control, Status status, List<Finding> findings, String reason) {
  /**
   * A resource that is not, or may not be, as a control wants it.
   *
   * @param urn the resource
   * @param type its Pulumi type
   * @param name its logical name
   * @param wanted what it should be
   */
  public record Finding(String urn, String type, String name, String wanted) {
    @Override
    public String toString() {
      return name + ": " + wanted;
    }
  }
}
