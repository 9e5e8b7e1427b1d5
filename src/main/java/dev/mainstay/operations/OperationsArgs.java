package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.Nullable;

/** How the stack is watched: section {@code mainstay:operations}. */
public final class OperationsArgs extends ResourceArgs implements Section {
  /** A year of logs is what Security Hub asks for: CloudWatch.16. */
  private static final int YEAR_DAYS = 365;

  /** What CloudWatch Logs lets one choose: PutRetentionPolicy in its API reference. */
  private static final List<Integer> RETENTIONS_DAYS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  /** How long logs are kept, in days. Default 365. */
  @Import @Nullable public Integer logRetentionDays;

  public int logRetentionDays() {
    return logRetentionDays == null ? YEAR_DAYS : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(
        List.of(
            Rule.of(
                "logRetentionDays",
                OperationsArgs::logRetentionDays,
                "1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192,"
                    + " 2557, 2922, 3288, 3653 (days)",
                args -> RETENTIONS_DAYS.contains(args.logRetentionDays()))),
        this);
  }

  @Override
  public List<Relaxation> relaxations() {
    var found = new ArrayList<Relaxation>();
    if (logRetentionDays() < YEAR_DAYS) {
      found.add(new Relaxation("logRetentionDays", "logs are kept for less than a year"));
    }
    return found;
  }
}
