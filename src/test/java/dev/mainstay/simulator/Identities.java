package dev.mainstay.simulator;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Ids and ARNs in the form that AWS gives to each type. */
final class Identities {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final Pattern DIGITS = Pattern.compile("(hex|HEX)(\\d+)");

  private final Map<String, CSVRecord> rows = new HashMap<>();
  private final AtomicLong made = new AtomicLong();

  /** An id and an ARN; the ARN is empty where the type has none. */
  record Identity(String id, String arn) {}

  Identities() {
    Table.read("identities.csv").forEach(row -> rows.put(row.get("type"), row));
  }

  Identity of(ResourceType type, Map<String, Object> properties, Place place) {
    var known = new HashMap<>(properties);
    known.put("partition", place.partition());
    known.put("region", place.region());
    known.put("account", Account.NUMBER);
    // The id of a policy of something is the ARN it was given: it has none of its own.
    if (idForm(type, properties).contains("{arn}") && !arnForm(type).isEmpty()) {
      var arn = fill(arnForm(type), known);
      known.put("arn", arn);
      return new Identity(fill(idForm(type, properties), known), arn);
    }
    var id = fill(idForm(type, properties), known);
    known.put("id", id);
    return new Identity(id, fill(arnForm(type), known));
  }

  /** Digits no other resource has. */
  String hex(int length) {
    var one = mix(made.incrementAndGet());
    return (HEX.formatted(one) + HEX.formatted(mix(one))).substring(0, length);
  }

  private static final String HEX = "%016x";

  private String idForm(ResourceType type, Map<String, Object> properties) {
    var row = rows.get(type.token());
    if (row != null) {
      return row.get("id");
    }
    return properties.containsKey("name") ? "{name}" : "{hex16}";
  }

  private String arnForm(ResourceType type) {
    var row = rows.get(type.token());
    if (row != null) {
      return row.get("arn");
    }
    var kind = type.token().substring(type.token().lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    return "arn:{partition}:" + type.service() + ":{region}:{account}:" + kind + "/{id}";
  }

  private String fill(String form, Map<String, Object> known) {
    return PLACEHOLDER
        .matcher(form)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), known)));
  }

  private String value(String placeholder, Map<String, Object> known) {
    var digits = DIGITS.matcher(placeholder);
    if (digits.matches()) {
      var hex = hex(Integer.parseInt(digits.group(2)));
      return digits.group(1).equals("HEX") ? hex.toUpperCase(Locale.ROOT) : hex;
    }
    return switch (placeholder) {
      case "uuid" ->
          UUID.nameUUIDFromBytes(ByteBuffer.allocate(8).putLong(made.incrementAndGet()).array())
              .toString();
      case "number" -> String.valueOf(1_000_000_000L + made.incrementAndGet());
      case "time" -> "2026-01-01 00:00:00.%06d +0000 UTC".formatted(made.incrementAndGet());
      default -> Objects.toString(Secret.reveal(known.get(placeholder)), "");
    };
  }

  /** Spreads consecutive numbers over all digits (the finalizer of SplitMix64). */
  private static long mix(long number) {
    var mixed = number * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
