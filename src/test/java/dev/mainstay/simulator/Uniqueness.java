package dev.mainstay.simulator;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVRecord;

/** Refuses a second resource of the same name, or in the same place. */
final class Uniqueness {
  private final Map<String, CSVRecord> rows = new HashMap<>();

  Uniqueness() {
    Table.read("uniqueness.csv").forEach(row -> rows.put(row.get("type"), row));
  }

  void check(Proposal proposal, Account account) {
    var row = rows.get(proposal.type());
    if (row == null) {
      return;
    }
    var properties = Arrays.asList(row.get("properties").split(" "));
    var taken =
        account.all(proposal.type()).stream()
            .filter(other -> !other.id().equals(proposal.id()))
            .anyMatch(other -> same(properties, proposal, other));
    if (taken) {
      var values = properties.stream().map(proposal::text).filter(text -> !text.isEmpty()).toList();
      throw new Refused(row.get("error") + ": " + String.join(" ", values) + " exists already");
    }
  }

  private static boolean same(List<String> properties, Proposal proposal, LiveResource other) {
    return properties.stream()
        .allMatch(
            property ->
                Objects.equals(proposal.text(property), Proposal.written(other.get(property))));
  }
}
