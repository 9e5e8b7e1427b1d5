package dev.mainstay.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountTest {
  private static Amount amount(int notPriced) {
    return new Amount(new BigDecimal("1234.50"), notPriced);
  }

  @Test
  void aSumWithoutGapsIsShownAsItIs() {
    assertThat(amount(0).text()).isEqualTo("1,234.50");
    assertThat(amount(0).missing()).isEqualTo("nothing");
  }

  @Test
  void aSumInWhichSomethingIsMissingIsTheLeast() {
    assertThat(amount(1).text()).isEqualTo("at least 1,234.50");
    assertThat(amount(1).missing()).isEqualTo("1 item without a price");
    assertThat(amount(2).missing()).isEqualTo("2 items without a price");
  }

  @Test
  void addingUpKeepsCountOfWhatIsMissing() {
    assertThat(amount(1).plus(new Amount(new BigDecimal("0.50"), 2)))
        .isEqualTo(new Amount(new BigDecimal("1235.00"), 3));
  }
}
