package dev.mainstay.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The AWS provider and, behind it, AWS: strict where they are. */
final class SimulatedProvider {
  private final ResourceTypes types = new ResourceTypes();
  private final Autonames autonames = new Autonames();
  private final Identities identities = new Identities();
  private final Computed computed = new Computed(identities);
  private final Differences differences = new Differences(autonames);
  private final Durations durations = new Durations();
  private final Gatekeeper gatekeeper = new Gatekeeper();

  private final Account account;
  private final Journal journal;
  private final Faults faults;
  private volatile Pace pace = Pace.INSTANT;
  private volatile Place place = new Place("us-east-1");

  SimulatedProvider(Account account, Journal journal, Faults faults) {
    this.account = account;
    this.journal = journal;
    this.faults = faults;
  }

  /** Inputs as the provider will send them, and what is wrong with them. */
  record Checked(Map<String, Object> inputs, List<TypeCheck.Failure> failures) {}

  /** The engine gave up on a call that AWS had accepted. */
  static final class GivenUp extends RuntimeException {
    private final LiveResource resource;

    GivenUp(LiveResource resource) {
      super("context canceled");
      this.resource = resource;
    }

    LiveResource resource() {
      return resource;
    }
  }

  void pace(Pace changed) {
    pace = changed;
  }

  void region(String region) {
    place = new Place(region);
  }

  Checked check(String urn, Map<String, Object> olds, Map<String, Object> news, String seed) {
    var type = type(urn);
    var inputs = new LinkedHashMap<>(news);
    var failures = new ArrayList<>(TypeCheck.failures(type, news));
    try {
      autonames.fillIn(type, nameIn(urn), olds, inputs, urn + seed);
    } catch (Refused e) {
      failures.add(new TypeCheck.Failure(autonames.property(type).orElse(""), e.getMessage()));
    }
    return new Checked(inputs, failures);
  }

  Differences.Difference diff(String urn, Map<String, Object> oldInputs, Map<String, Object> news) {
    return differences.between(type(urn), oldInputs, news);
  }

  /** What the program sees before there is anything: the inputs, all else unknown. */
  Map<String, Object> preview(String urn, Map<String, Object> inputs) {
    var outputs = new LinkedHashMap<String, Object>();
    type(urn).outputs().forEach(name -> outputs.put(name, Unknown.VALUE));
    outputs.putAll(inputs);
    outputs.remove(Autonames.DEFAULTS);
    return markSecrets(type(urn), outputs);
  }

  LiveResource create(String urn, Map<String, Object> inputs) {
    var call = new Call(Operation.CREATE, urn, typeIn(urn));
    return journalled(call, inputs, () -> create(call, inputs));
  }

  private LiveResource create(Call call, Map<String, Object> inputs) {
    faults.beforeAccepting(call);
    var resource = admit(call, inputs);
    pace.pass(durations.secondsToCreate(call.type(), Trees.asMap(Secret.reveal(inputs))));
    if (!faults.afterAccepting(call)) {
      throw new GivenUp(resource);
    }
    return resource;
  }

  /** Checks and makes in one step, as two calls at once must not both get the same name. */
  private LiveResource admit(Call call, Map<String, Object> inputs) {
    synchronized (account) {
      var type = type(call.urn());
      var proposal = proposal(call, "", inputs);
      gatekeeper.check(proposal, account);
      var identity = Adoption.identity(proposal, account).orElse(null);
      if (identity == null) {
        identity = identities.of(type, proposal.inputs(), place);
      }
      var outputs = markSecrets(type, computed.outputs(type, proposal, inputs, identity));
      var resource = new LiveResource(call.type(), identity.id(), call.urn(), inputs, outputs);
      account.put(resource);
      Adoption.companions(resource).forEach(account::put);
      return resource;
    }
  }

  LiveResource update(String urn, String id, Map<String, Object> inputs) {
    var call = new Call(Operation.UPDATE, urn, typeIn(urn));
    return journalled(call, inputs, () -> update(call, id, inputs));
  }

  private LiveResource update(Call call, String id, Map<String, Object> inputs) {
    faults.beforeAccepting(call);
    LiveResource updated;
    synchronized (account) {
      var old = live(call.type(), id);
      gatekeeper.check(proposal(call, id, inputs), account);
      updated = new LiveResource(call.type(), id, call.urn(), inputs, updatedOutputs(old, inputs));
      account.put(updated);
      account.pendingChanges().note(old, updated);
    }
    faults.afterAccepting(call);
    return updated;
  }

  /** What an update will return, as far as a preview can tell. */
  Map<String, Object> previewUpdate(String urn, String id, Map<String, Object> inputs) {
    var outputs = updatedOutputs(live(typeIn(urn), id), inputs);
    if (outputs.containsKey("latestVersion")) {
      outputs.put("latestVersion", Unknown.VALUE);
    }
    return outputs;
  }

  private Map<String, Object> updatedOutputs(LiveResource old, Map<String, Object> inputs) {
    var type = types.find(old.type()).orElseThrow();
    var outputs = new LinkedHashMap<>(old.outputs());
    outputs.keySet().removeIf(name -> old.inputs().containsKey(name) && !inputs.containsKey(name));
    outputs.putAll(inputs);
    outputs.remove(Autonames.DEFAULTS);
    if (outputs.containsKey("tagsAll")) {
      outputs.put("tagsAll", inputs.getOrDefault("tags", Map.of()));
    }
    for (var version : List.of("latestVersion", "version")) {
      if (!inputs.containsKey(version) && outputs.get(version) instanceof Number number) {
        outputs.put(version, number.intValue() + 1);
      }
    }
    return markSecrets(type, outputs);
  }

  LiveResource read(String urn, String id) {
    var call = new Call(Operation.READ, urn, typeIn(urn));
    return journalled(call, Map.of(), () -> account.find(call.type(), id).orElse(null));
  }

  void delete(String urn, String id) {
    var call = new Call(Operation.DELETE, urn, typeIn(urn));
    journalled(call, Map.of(), () -> delete(call, id));
  }

  private Void delete(Call call, String id) {
    faults.beforeAccepting(call);
    var resource = account.find(call.type(), id).orElse(null);
    if (resource == null) {
      return null;
    }
    gatekeeper.checkDeletion(resource, account);
    pace.pass(durations.secondsToDelete(call.type(), resource.inputs()));
    synchronized (account) {
      Adoption.companions(resource).forEach(account::remove);
      account.remove(resource);
    }
    faults.afterAccepting(call);
    return null;
  }

  void invoked(String function) {
    journal.end(
        journal.begin(new Call(Operation.INVOKE, "::" + function, function), Map.of()), "done");
  }

  void cancel() {
    faults.cancel();
  }

  private <T> T journalled(
      Call call, Map<String, Object> inputs, java.util.function.Supplier<T> work) {
    var position = journal.begin(call, inputs);
    try {
      var result = work.get();
      journal.end(position, "done");
      return result;
    } catch (Refused | GivenUp e) {
      journal.end(position, e.getMessage());
      throw e;
    }
  }

  private Proposal proposal(Call call, String id, Map<String, Object> inputs) {
    return new Proposal(call.type(), call.name(), id, Trees.asMap(Secret.reveal(inputs)), place);
  }

  private LiveResource live(String type, String id) {
    return account.find(type, id).orElseThrow(() -> new Refused("NotFound: no " + type + " " + id));
  }

  private ResourceType type(String urn) {
    return types
        .find(typeIn(urn))
        .orElseThrow(() -> new Refused("there is no type " + typeIn(urn)));
  }

  private static Map<String, Object> markSecrets(ResourceType type, Map<String, Object> outputs) {
    Set<String> secrets = new LinkedHashSet<>(type.secrets());
    outputs.replaceAll(
        (name, value) ->
            secrets.contains(name) && !(value instanceof Secret) ? new Secret(value) : value);
    return outputs;
  }

  /** Of {@code urn:pulumi:dev::mainstay::parent$aws:ec2/vpc:Vpc::network}, the type. */
  static String typeIn(String urn) {
    var qualified = urn.split("::", -1)[2];
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  private static String nameIn(String urn) {
    return urn.split("::", 4)[3];
  }
}
