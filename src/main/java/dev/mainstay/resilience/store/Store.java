package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.model.Effect;
import dev.mainstay.resilience.model.Verdict;
import java.util.List;
import java.util.Optional;

/** Something that holds data, or copies of data, and what failures do to it. */
public interface Store {

  /** What it is to the servers. */
  enum Kind {
    DATABASE,
    CACHE,
    FILES,
    SEARCH,
    /** A service of the whole region, which no subnet or security group leads to. */
    REGIONAL
  }

  ResourceNode node();

  Kind kind();

  /** Resources that are judged as parts of it, itself among them. */
  List<ResourceNode> parts();

  /**
   * The ways by which servers reach it, any of which is enough; empty if no network path counts.
   */
  List<Access> accesses();

  /** What keeps it from working while nothing fails. */
  Effect normal();

  /** What the loss of a zone does to it. */
  Effect zone(String zone);

  /** What the loss of its region does to its data. */
  Effect regionLost();

  /** The failures that are its own, each with what it does. */
  List<Verdict> failures();

  /** The service level agreement it falls under, if there is one on record. */
  Optional<Agreement> agreement();
}
