package dev.mainstay.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.pulumi.resources.ComponentResource;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.mainstay", importOptions = DoNotIncludeTests.class)
class PackageRulesTest {
  private static final String[] FEATURES = {
    "dev.mainstay.network..",
    "dev.mainstay.security..",
    "dev.mainstay.database..",
    "dev.mainstay.cache..",
    "dev.mainstay.web..",
    "dev.mainstay.edge..",
    "dev.mainstay.image..",
    "dev.mainstay.operations.."
  };

  private static final String[] ANALYSES = {
    "dev.mainstay.resilience..",
    "dev.mainstay.posture..",
    "dev.mainstay.cost..",
    "dev.mainstay.disruption..",
    "dev.mainstay.terraform.."
  };

  @ArchTest
  static final ArchRule packagesFormNoCycle =
      slices().matching("dev.mainstay.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule partsOfResilienceFormNoCycle =
      slices().matching("dev.mainstay.resilience.(*)..").should().beFreeOfCycles();

  /** The entry puts the parts together: none of them knows it. */
  @ArchTest
  static final ArchRule partsOfResilienceDoNotKnowTheirEntry =
      noClasses()
          .that()
          .resideInAPackage("dev.mainstay.resilience.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mainstay.resilience");

  @ArchTest
  static final ArchRule partsOfPostureFormNoCycle =
      slices().matching("dev.mainstay.posture.(*)..").should().beFreeOfCycles();

  /** The list of all controls puts the parts together: none of them knows it. */
  @ArchTest
  static final ArchRule partsOfPostureDoNotKnowTheirEntry =
      noClasses()
          .that()
          .resideInAPackage("dev.mainstay.posture.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mainstay.posture");

  @ArchTest
  static final ArchRule featuresDoNotKnowEachOther =
      slices()
          .matching("dev.mainstay.(network|security|database|cache|web|edge|image|operations)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule featuresKnowNeitherPlanNorReport =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mainstay.plan..", "dev.mainstay.report..", "dev.mainstay.graph..");

  @ArchTest
  static final ArchRule analysesKnowTheGraphAndNotTheFeatures =
      noClasses()
          .that()
          .resideInAnyPackage(ANALYSES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FEATURES)
          .orShould()
          .dependOnClassesThat()
          .resideInAnyPackage("com.pulumi..", "dev.mainstay.plan..", "dev.mainstay.report..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyThePlanReports =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.mainstay.report..", "dev.mainstay.plan..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mainstay.report..");

  @ArchTest
  static final ArchRule nothingKnowsTheStackButTheEntryPoint =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.mainstay", "dev.mainstay.stack")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.mainstay", "dev.mainstay.stack");

  @ArchTest
  static final ArchRule theRootPackageHoldsTheEntryPointAndTheArchitecture =
      classes()
          .that()
          .resideInAPackage("dev.mainstay")
          .should()
          .haveNameMatching("dev\\.mainstay\\.(Main|MainstayStack)(\\$.*)?");

  @ArchTest
  static final ArchRule handOversHoldOutputsAndNothingElse =
      classes()
          .that()
          .resideInAPackage("dev.mainstay.outputs")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "javax.annotation..", "com.pulumi.core..", "dev.mainstay.outputs");

  @ArchTest
  static final ArchRule componentsAreFinal =
      classes()
          .that()
          .areAssignableTo(ComponentResource.class)
          .should()
          .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL);

  @ArchTest
  static final ArchRule namesSayWhatAThingIs =
      noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Base|Impl)");
}
