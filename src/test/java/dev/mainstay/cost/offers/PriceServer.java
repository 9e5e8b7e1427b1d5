package dev.mainstay.cost.offers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/** A price list on loopback with small files of the real format, and with faults. */
final class PriceServer implements AutoCloseable {
  static final String REGION = "eu-west-2";
  private static final String VERSION = "20260904172716";

  /** Answers a request for a file in another way than by the file. */
  @FunctionalInterface
  interface Fault {
    /** Whether the request is answered. */
    boolean answer(HttpExchange exchange, byte[] file) throws IOException, InterruptedException;
  }

  private final HttpServer server;
  private final Map<String, Fault> faults = new ConcurrentHashMap<>();
  private final List<String> requests = new ArrayList<>();

  PriceServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/offers/v1.0/aws/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create(
        "http://%s:%d"
            .formatted(
                InetAddress.getLoopbackAddress().getHostAddress(), server.getAddress().getPort()));
  }

  String fileOf(String offer) {
    return address() + path(offer);
  }

  private static String path(String offer) {
    return "/offers/v1.0/aws/%s/%s/%s/index.csv".formatted(offer, VERSION, REGION);
  }

  static String index(String offer) {
    return "/offers/v1.0/aws/%s/current/region_index.json".formatted(offer);
  }

  void fault(String path, Fault fault) {
    faults.put(path, fault);
  }

  void faultOf(String offer, Fault fault) {
    faults.put(path(offer), fault);
  }

  void mend() {
    faults.clear();
  }

  /** The requests for the file of an offer, with the range that was asked for. */
  List<String> requestsFor(String offer) {
    synchronized (requests) {
      return requests.stream()
          .filter(it -> it.startsWith(path(offer)))
          .map(it -> it.substring(path(offer).length()).strip())
          .toList();
    }
  }

  static byte[] file(String offer) {
    try (InputStream file =
        PriceServer.class.getResourceAsStream("/dev/mainstay/cost/offers/" + offer + ".csv")) {
      return Objects.requireNonNull(file, offer).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Range"), "");
    synchronized (requests) {
      requests.add(path + " " + range);
    }
    String offer = List.of(path.split("/", -1)).get(4);
    byte[] content =
        path.endsWith(".json") ? indexJson(offer).getBytes(StandardCharsets.UTF_8) : file(offer);
    try (exchange) {
      Fault fault = faults.get(path);
      if (fault == null || !fault.answer(exchange, content)) {
        serve(exchange, content);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String indexJson(String offer) {
    boolean global = offer.equals("AmazonRoute53");
    return """
        {"formatVersion": "v1.0", "disclaimer": "...", "publicationDate": "2026-09-04T17:27:16Z",
         "regions": {"%s": {"regionCode": "%s", "currentVersionUrl": "%s"}}}
        """
        .formatted(global ? "aws-global" : REGION, REGION, path(offer).replace(".csv", ".json"));
  }

  /** The file, or the rest of it that is asked for. */
  static void serve(HttpExchange exchange, byte[] content) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    if (from >= content.length && from > 0) {
      exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
      exchange.sendResponseHeaders(416, -1);
      return;
    }
    byte[] rest = Arrays.copyOfRange(content, from, content.length);
    exchange.sendResponseHeaders(from == 0 ? 200 : 206, rest.length);
    exchange.getResponseBody().write(rest);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
