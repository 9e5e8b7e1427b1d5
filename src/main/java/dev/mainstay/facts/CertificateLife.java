package dev.mainstay.facts;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * The longest life of a public certificate that ACM issues.
 *
 * @param issuedFrom the first day of issue
 * @param maxDays days from issue to expiry
 */
public record CertificateLife(LocalDate issuedFrom, int maxDays) {
  private static final List<CertificateLife> ALL =
      Table.rows("certificate-lives.csv").stream()
          .map(
              row ->
                  new CertificateLife(
                      LocalDate.parse(row.get("issuedFrom")), Integer.parseInt(row.get("maxDays"))))
          .sorted(Comparator.comparing(CertificateLife::issuedFrom))
          .toList();

  /** The life of certificates that are issued on a day. */
  public static CertificateLife on(LocalDate day) {
    return ALL.stream()
        .filter(life -> !life.issuedFrom.isAfter(day))
        .reduce((earlier, later) -> later)
        .orElse(ALL.get(0));
  }

  /**
   * The remaining days at which a renewal is overdue: 10 % of the life. ACM renews certificates of
   * 395 days at 15 %; the figure for shorter lives is not verified.
   */
  public int overdueDays() {
    return maxDays / 10;
  }
}
