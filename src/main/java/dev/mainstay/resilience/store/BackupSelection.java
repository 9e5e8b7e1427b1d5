package dev.mainstay.resilience.store;

import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Topology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which resources a selection of AWS Backup takes in: those it lists, of which all conditions have
 * to hold, and those with any of its tags. See <a
 * href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html">its API
 * reference</a>.
 */
final class BackupSelection {
  private static final String TAG_KEY = "aws:ResourceTag/";

  /** By type of resource, how its ARN begins after partition, with what stands before its name. */
  private static final Map<String, List<String>> ARN_PARTS =
      Map.of(
          "aws:rds/instance:Instance", List.of("rds", "db:"),
          "aws:rds/cluster:Cluster", List.of("rds", "cluster:"),
          "aws:docdb/cluster:Cluster", List.of("rds", "cluster:"),
          "aws:dynamodb/table:Table", List.of("dynamodb", "table/"),
          "aws:efs/fileSystem:FileSystem", List.of("elasticfilesystem", "file-system/"),
          "aws:ec2/instance:Instance", List.of("ec2", "instance/"),
          "aws:fsx/windowsFileSystem:WindowsFileSystem", List.of("fsx", "file-system/"),
          "aws:s3/bucketV2:BucketV2", List.of("s3", ""),
          "aws:s3/bucket:Bucket", List.of("s3", ""));

  /** From no to yes. */
  enum Match {
    NO,
    UNKNOWN,
    YES;

    static Match all(Collection<Match> matches) {
      return matches.isEmpty() ? YES : Collections.min(matches);
    }

    static Match any(Collection<Match> matches) {
      return matches.isEmpty() ? NO : Collections.max(matches);
    }

    private static Match of(boolean yes) {
      return yes ? YES : NO;
    }
  }

  private BackupSelection() {}

  static Match matches(ResourceNode selection, ResourceNode resource) {
    Match excluded = listed(selection, "notResources", resource);
    if (excluded == Match.YES) {
      return Match.NO;
    }
    boolean everything = Topology.texts(selection, "resources").isEmpty();
    List<Match> tags =
        Topology.elements(selection, "selectionTags").stream()
            .map(at -> tagged(selection, at, resource))
            .toList();
    Match byTags = Match.any(tags);
    Match conditions = conditions(selection, resource);
    Match byList = everything ? Match.NO : listed(selection, "resources", resource);
    if (everything && tags.isEmpty()) {
      // With nothing at all, AWS Backup takes what it supports and the account has opted in for.
      byList = conditionBlocks(selection).isEmpty() ? Match.UNKNOWN : Match.YES;
    }
    if (!everything && !tags.isEmpty() && byList != byTags) {
      // AWS documents lists and tags together in two ways.
      byList = Match.UNKNOWN;
      byTags = Match.NO;
    }
    Match selected = Match.all(List.of(Match.any(List.of(byList, byTags)), conditions));
    return excluded == Match.UNKNOWN && selected == Match.YES ? Match.UNKNOWN : selected;
  }

  private static Match listed(ResourceNode selection, String path, ResourceNode resource) {
    List<String> named = selection.referencesAt(path);
    if (named.contains(resource.urn())) {
      return Match.YES;
    }
    List<String> texts = Topology.texts(selection, path);
    var matches = new ArrayList<Match>();
    for (int index = 0; index < texts.size(); index++) {
      boolean names = !selection.referencesAt("%s[%d]".formatted(path, index)).isEmpty();
      matches.add(names ? Match.NO : pattern(texts.get(index), resource));
    }
    return Match.any(matches);
  }

  private static Match pattern(String text, ResourceNode resource) {
    if (text.equals("*")) {
      return Match.YES;
    }
    List<String> parts = ARN_PARTS.get(resource.type());
    String[] fields = text.split(":", 6);
    if (parts == null || fields.length < 6 || !fields[0].equals("arn")) {
      return Match.UNKNOWN;
    }
    boolean service = glob(fields[2]).matcher(parts.get(0)).matches();
    boolean any = fields[5].equals("*") || fields[5].equals(parts.get(1) + "*");
    boolean kind = any || fields[5].startsWith(parts.get(1)) || fields[5].startsWith("*");
    return !service || !kind ? Match.NO : any ? Match.YES : Match.UNKNOWN;
  }

  private static Match tagged(ResourceNode selection, String at, ResourceNode resource) {
    return has(
        resource,
        selection.text(at + "key", ""),
        Pattern.compile(Pattern.quote(selection.text(at + "value", ""))));
  }

  private static Match has(ResourceNode resource, String key, Pattern value) {
    if (!(resource.input("tags").orElse(Map.of()) instanceof Map<?, ?> tags)) {
      return Match.UNKNOWN;
    }
    Object tag = tags.get(key.startsWith(TAG_KEY) ? key.substring(TAG_KEY.length()) : key);
    return Match.of(tag != null && value.matcher(tag.toString()).matches());
  }

  private static Match conditions(ResourceNode selection, ResourceNode resource) {
    var matches = new ArrayList<Match>();
    for (String element : conditionBlocks(selection)) {
      matches.addAll(conditions(selection, element + "stringEquals", resource, false, true));
      matches.addAll(conditions(selection, element + "stringLikes", resource, true, true));
      matches.addAll(conditions(selection, element + "stringNotEquals", resource, false, false));
      matches.addAll(conditions(selection, element + "stringNotLikes", resource, true, false));
    }
    return Match.all(matches);
  }

  private static List<String> conditionBlocks(ResourceNode selection) {
    Object conditions = selection.input("conditions").orElse(List.of());
    return conditions instanceof Map
        ? List.of("conditions.")
        : Topology.elements(selection, "conditions");
  }

  private static List<Match> conditions(
      ResourceNode selection, String path, ResourceNode resource, boolean like, boolean wanted) {
    return Topology.elements(selection, path).stream()
        .map(
            at -> {
              String value = selection.text(at + "value", "");
              Pattern pattern = like ? glob(value) : Pattern.compile(Pattern.quote(value));
              Match match = has(resource, selection.text(at + "key", ""), pattern);
              return wanted || match == Match.UNKNOWN ? match : Match.of(match == Match.NO);
            })
        .toList();
  }

  private static Pattern glob(String text) {
    return Pattern.compile(Pattern.quote(text).replace("*", "\\E.*\\Q"));
  }
}
