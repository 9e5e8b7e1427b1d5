package dev.mainstay.report.drawing;

import dev.mainstay.graph.ResourceGraph;
import dev.mainstay.graph.ResourceNode;
import dev.mainstay.resilience.network.Topology;
import dev.mainstay.resilience.network.Topology.WayOut;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives everything on the drawing its place. All lengths are units of the drawing. */
final class Layout {
  private static final int MARGIN = 8;
  private static final int COLUMN = 236;
  private static final int COLUMN_GAP = 14;
  private static final int PADDING = 8;
  private static final int CAPTION = 24;
  private static final int SUBNET_CAPTION = 38;
  private static final int LANE = 44;
  private static final int LANE_GAP = 10;
  private static final int TIER_GAP = 16;

  /** Left of the parts, for wires that pass one to reach another below it. */
  static final int ASIDE = 14;

  private static final int UNIT = 11;
  private static final int MOST_UNITS_DRAWN = 8;
  private static final String NOWHERE = "zones not known";

  private final ResourceGraph graph;
  private final Topology topology;
  private final Effects effects;
  private final List<String> zones;
  private final List<Lane> lanes;
  private final List<Box> frames = new ArrayList<>();
  private final List<Box> parts = new ArrayList<>();
  private final List<Box> units = new ArrayList<>();
  private final Map<Part.Kind, List<Box>> byKind = new EnumMap<>(Part.Kind.class);
  private final List<Box> primaries = new ArrayList<>();

  Layout(ResourceGraph graph, Topology topology, Effects effects) {
    this.graph = graph;
    this.topology = topology;
    this.effects = effects;
    this.zones = topology.zones().isEmpty() ? List.of(NOWHERE) : List.copyOf(topology.zones());
    this.lanes = new Lanes(graph, topology).all();
  }

  Drawing drawing() {
    int inner = zones.size() * COLUMN + (zones.size() - 1) * COLUMN_GAP;
    int width = inner + 2 * MARGIN + 2 * PADDING;
    var users =
        new Box(
            "users", MARGIN + PADDING, MARGIN, inner, LANE, "Users", front(), effects.onUsers());
    int networkY = users.bottom() + 26;
    int y = networkY + CAPTION + CAPTION + 2;
    int zonesY = networkY + CAPTION;
    for (Tier tier : Tier.values()) {
      y = tier(tier, y);
    }
    int bottom = y - TIER_GAP + PADDING;
    var enclosing = new ArrayList<Box>();
    enclosing.add(
        new Box(
            "network",
            MARGIN,
            networkY,
            inner + 2 * PADDING,
            bottom + PADDING - networkY,
            network(),
            "",
            List.of()));
    for (int index = 0; index < zones.size(); index++) {
      String zone = zones.get(index);
      enclosing.add(
          new Box(
              "zone", x(index), zonesY, COLUMN, bottom - zonesY, zone, "", effects.onZone(zone)));
    }
    enclosing.addAll(frames);
    var wires = new Wires(byKind, primaries, users, ASIDE).all();
    parts.add(0, users);
    return new Drawing(
        width,
        bottom + PADDING + MARGIN,
        List.copyOf(enclosing),
        wires,
        List.copyOf(parts),
        List.copyOf(units));
  }

  /** Draws a tier from {@code top} down, and returns where the next begins. */
  private int tier(Tier tier, int top) {
    List<Lane> inside = lanes.stream().filter(lane -> lane.tier() == tier).toList();
    boolean subnets = zones.stream().anyMatch(zone -> !subnets(tier, zone).isEmpty());
    if (inside.isEmpty() && !subnets) {
      return top;
    }
    int y = top + SUBNET_CAPTION;
    for (Lane lane : inside) {
      for (Part part : lane.parts()) {
        place(part, y);
      }
      y += LANE + LANE_GAP;
    }
    int bottom = inside.isEmpty() ? y : y - LANE_GAP + PADDING;
    for (int index = 0; index < zones.size(); index++) {
      List<ResourceNode> here = subnets(tier, zones.get(index));
      if (!here.isEmpty()) {
        frames.add(subnet(tier, here, index, top, bottom - top));
      }
    }
    return bottom + TIER_GAP;
  }

  private Box subnet(Tier tier, List<ResourceNode> here, int index, int y, int height) {
    String ranges =
        here.stream()
            .map(subnet -> subnet.text("cidrBlock", subnet.name()))
            .collect(Collectors.joining(", "));
    return new Box(
        "subnet " + tier.title(),
        x(index) + 4,
        y,
        COLUMN - 8,
        height,
        tier.title() + " " + ranges,
        wayOut(here.get(0)),
        effects.onSubnet(zones.get(index), here));
  }

  private String wayOut(ResourceNode subnet) {
    WayOut way = topology.wayOut(subnet);
    return switch (way.kind()) {
      case INTERNET_GATEWAY -> "internet via the internet gateway";
      case NAT -> "internet via " + way.via().name();
      case NONE -> "no internet access";
      case UNKNOWN -> "egress not known";
    };
  }

  private void place(Part part, int y) {
    List<Integer> columns =
        part.zones().stream().map(zones::indexOf).filter(index -> index >= 0).sorted().toList();
    int first = columns.isEmpty() ? 0 : columns.get(0);
    int last = columns.isEmpty() ? zones.size() - 1 : columns.get(columns.size() - 1);
    int left = x(first) + PADDING + ASIDE;
    int right = x(last) + COLUMN - PADDING - 4;
    String style = part.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    String detail = part.oneOfZones() ? part.detail() + " · AWS chooses the zone" : part.detail();
    var box =
        new Box(
            part.oneOfZones() ? style + " anywhere" : style,
            left,
            y,
            right - left,
            LANE,
            part.title(),
            detail,
            effects.on(part));
    parts.add(box);
    byKind.computeIfAbsent(part.kind(), kind -> new ArrayList<>()).add(box);
    if (part.primary()) {
      primaries.add(box);
    }
    IntStream.range(0, Math.min(part.units(), MOST_UNITS_DRAWN))
        .forEach(number -> units.add(unit(part, box, number)));
  }

  private Box unit(Part part, Box box, int number) {
    int shown = Math.min(part.units(), MOST_UNITS_DRAWN);
    int x = box.markX() - (shown - number) * (UNIT + 4) + 4;
    return new Box(
        "unit", x, box.bottom() - UNIT - 7, UNIT, UNIT, "", "", effects.onUnit(part, number));
  }

  private int x(int column) {
    return MARGIN + PADDING + column * (COLUMN + COLUMN_GAP);
  }

  private List<ResourceNode> subnets(Tier tier, String zone) {
    return graph.all("aws:ec2/subnet:Subnet").stream()
        .filter(subnet -> topology.zoneOf(subnet).filter(zone::equals).isPresent())
        .filter(subnet -> Tier.of(topology.wayOut(subnet).kind(), Tier.DATA) == tier)
        .toList();
  }

  private String network() {
    return graph
        .first("aws:ec2/vpc:Vpc")
        .map(vpc -> "VPC " + vpc.text("cidrBlock", vpc.name()))
        .orElse("Network not part of the stack");
  }

  /** What users pass before the load balancer. */
  private String front() {
    Stream<String> names =
        graph.all("aws:acm/certificate:Certificate").stream()
            .map(certificate -> certificate.text("domainName", ""));
    Stream<String> firewall =
        graph.all("aws:wafv2/webAclAssociation:WebAclAssociation").stream()
            .map(any -> "web application firewall")
            .limit(1);
    return Stream.concat(names, firewall)
        .filter(text -> !text.isEmpty())
        .distinct()
        .collect(Collectors.joining(" · "));
  }
}
