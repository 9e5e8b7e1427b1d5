package dev.mainstay.cost.offers;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.LongConsumer;

/**
 * Fetches a file over HTTP, and goes on where an earlier attempt ended. A connection with a read
 * timeout notices a server that falls silent, which the newer client does not.
 */
final class Download {
  private static final int MOST_ATTEMPTS = 5;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  private final Duration patience;

  /** Gives up on a server that says nothing for {@code patience}. */
  Download(Duration patience) {
    this.patience = patience;
  }

  /** The content of a small file. */
  byte[] small(URI address) throws IOException {
    HttpURLConnection connection = connect(address, 0);
    try (InputStream content = checked(connection, address, false)) {
      return content.readAllBytes();
    } catch (NotThere refused) {
      throw refused;
    } catch (SocketTimeoutException silent) {
      throw silence(address, silent);
    } catch (IOException broken) {
      throw new IOException(
          "%s cannot be reached: %s".formatted(address, broken.getMessage()), broken);
    } finally {
      connection.disconnect();
    }
  }

  /**
   * Completes {@code part}, which may hold the beginning of the file.
   *
   * @param progress is told how many percent are there, if the server says how many bytes there are
   * @throws IOException if the file is not there, or ends early again and again; what was fetched
   *     stays in {@code part}
   */
  void complete(URI address, Path part, LongConsumer progress) throws IOException {
    IOException last = null;
    long before = -1;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      long have = Files.exists(part) ? Files.size(part) : 0;
      try {
        if (attempt(address, part, have, progress)) {
          return;
        }
        last = new IOException("%s ended early".formatted(address));
      } catch (NotThere refused) {
        throw refused;
      } catch (SocketTimeoutException silent) {
        last = silence(address, silent);
      } catch (IOException broken) {
        last = new IOException("%s broke off: %s".formatted(address, broken.getMessage()), broken);
      }
      long now = Files.exists(part) ? Files.size(part) : 0;
      if (now == before) {
        break;
      }
      before = now;
    }
    throw last;
  }

  /** Whether the file is complete. */
  private boolean attempt(URI address, Path part, long have, LongConsumer progress)
      throws IOException {
    HttpURLConnection connection = connect(address, have);
    try {
      int status = connection.getResponseCode();
      if (status == RANGE_NOT_SATISFIABLE && have > 0) {
        return totalOf(connection) == have || restart(part);
      }
      try (InputStream content = checked(connection, address, have > 0)) {
        boolean goesOn = status == HttpURLConnection.HTTP_PARTIAL;
        long start = goesOn ? have : 0;
        long length = connection.getContentLengthLong();
        long total = length < 0 ? -1 : start + length;
        long got = start + append(content, part, goesOn, start, total, progress);
        return total < 0 || got == total;
      }
    } finally {
      connection.disconnect();
    }
  }

  /** What is there is longer than the file: it was of another version. */
  private static boolean restart(Path part) throws IOException {
    Files.delete(part);
    return false;
  }

  private static long totalOf(HttpURLConnection connection) {
    String range = connection.getHeaderField("Content-Range");
    return range != null && range.matches("bytes \\*/[0-9]+")
        ? Long.parseLong(range.substring(range.indexOf('/') + 1))
        : -1;
  }

  private static long append(
      InputStream content, Path part, boolean goesOn, long start, long total, LongConsumer progress)
      throws IOException {
    long got = 0;
    try (var out =
        Files.newOutputStream(
            part,
            StandardOpenOption.CREATE,
            goesOn ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
      var buffer = new byte[BUFFER_BYTES];
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        out.write(buffer, 0, read);
        got += read;
        if (total > 0) {
          progress.accept((start + got) * 100 / total);
        }
      }
    }
    return got;
  }

  private HttpURLConnection connect(URI address, long from) throws IOException {
    if (!(address.toURL().openConnection() instanceof HttpURLConnection connection)) {
      throw new IOException(address + " is no http or https address");
    }
    connection.setConnectTimeout((int) patience.toMillis());
    connection.setReadTimeout((int) patience.toMillis());
    if (from > 0) {
      connection.setRequestProperty("Range", "bytes=%d-".formatted(from));
    }
    return connection;
  }

  private static InputStream checked(HttpURLConnection connection, URI address, boolean resumed)
      throws IOException {
    int status = connection.getResponseCode();
    boolean fine =
        status == HttpURLConnection.HTTP_OK
            || (resumed && status == HttpURLConnection.HTTP_PARTIAL);
    if (!fine) {
      throw new NotThere("%s answers with status %d".formatted(address, status));
    }
    return connection.getInputStream();
  }

  private IOException silence(URI address, SocketTimeoutException silent) {
    return new IOException(
        "%s sends nothing for %d s".formatted(address, Math.max(1, patience.toSeconds())), silent);
  }

  /** The server does not have the file: another attempt would not help. */
  private static final class NotThere extends IOException {
    private static final long serialVersionUID = 1;

    NotThere(String message) {
      super(message);
    }
  }
}
