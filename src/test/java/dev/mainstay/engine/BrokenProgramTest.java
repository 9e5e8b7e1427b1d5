package dev.mainstay.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mainstay.BrokenProgram;
import dev.mainstay.BrokenProgram.Fault;
import dev.mainstay.simulator.SimulatedAws;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs broken on purpose: each is refused, or fails what must hold of a deployed stack. */
@EngineTest
class BrokenProgramTest {
  private SimulatedAws aws;
  private Workspace workspace;

  @BeforeEach
  void open(@TempDir Path folder) {
    aws = Mainstay.account();
    workspace = Workspace.of(folder, Mainstay.PROJECT, BrokenProgram.class, aws.port());
  }

  @AfterEach
  void close() {
    aws.close();
  }

  @Test
  void aMisspeltPropertyIsFoundByThePreview() {
    assertThat(stack(Fault.MISSPELT_PROPERTY).preview().output())
        .contains("cidrBlok: there is no such property");
  }

  @Test
  void aNameOver32CharactersForTheLoadBalancerIsFoundByTheUp() {
    assertThat(stack(Fault.LONG_NAME).up().output()).contains("ValidationError: name must match");
  }

  @Test
  void anEdgeFromDatabaseToFleetIsFoundInTheState() {
    var state = deployed(Fault.FLEET_AFTER_DATABASE).state();

    assertThatThrownBy(() -> Expectations.createdSideBySide(state))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aMissingEdgeFromNatToFleetIsFoundInTheState() {
    var state = deployed(Fault.FLEET_BESIDE_NAT).state();

    assertThatThrownBy(() -> Expectations.fleetWaitsForWhatItsBootNeeds(state))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("network-nat-a");
  }

  @Test
  void ingressByCidrIsFoundInTheAccount() {
    deployed(Fault.INGRESS_BY_CIDR);

    assertThatThrownBy(() -> Expectations.onlySecurityGroupsReachDatabaseAndCache(aws.account()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("security-web-to-database");
  }

  @Test
  void aSecretInTheClearIsFoundInStateAndJournal() {
    var text = deployed(Fault.PLAIN_SECRET).stateText();

    assertThatThrownBy(
            () -> Expectations.readableNowhere(BrokenProgram.PLAIN_PASSWORD, text, aws.journal()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the state holds it in the clear");
  }

  private EngineStack deployed(Fault fault) {
    var stack = stack(fault);
    stack.up().orFail();
    return stack;
  }

  private EngineStack stack(Fault fault) {
    return Mainstay.prod(workspace.with(BrokenProgram.FAULT, fault.name()));
  }
}
