package dev.mainstay.operations;

import com.pulumi.core.annotations.Import;
import com.pulumi.resources.ResourceArgs;
import dev.mainstay.config.Problem;
import dev.mainstay.config.Relaxation;
import dev.mainstay.config.Rule;
import dev.mainstay.config.Section;
import java.util.List;
import javax.annotation.Nullable;

/** How the stack is watched: section {@code mainstay:operations}. */
public final class OperationsArgs extends ResourceArgs implements Section {
  /** A year of logs is what Security Hub asks for: CloudWatch.16. */
  static final int YEAR_DAYS = 365;

  /** How long logs are kept, in days. Default 365. */
  @Import @Nullable public Integer logRetentionDays;

  public int logRetentionDays() {
    return logRetentionDays == null ? YEAR_DAYS : logRetentionDays;
  }

  @Override
  public List<Problem> problems() {
    return Rule.check(OperationsRules.ALL, this);
  }

  @Override
  public List<Relaxation> relaxations() {
    return Relaxation.of(OperationsRelaxations.ALL, this);
  }
}
