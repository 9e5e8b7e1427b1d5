package dev.mainstay.plan;

import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of the jar; a program that runs from its classes has none. */
final class ProgramVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return new String[] {"mainstay " + (version == null ? "(not packaged)" : version)};
  }
}
