package dev.mainstay.stack;

import dev.mainstay.facts.CertificateLife;

/** Hands each section the settings of the other sections that its component requires. */
final class SharedSettings {
  private SharedSettings() {}

  static void handOut(StackConfig config, StackIdentity identity) {
    String region = config.region();
    var tags = identity.tags();
    int retentionDays = config.operations().logRetentionDays();
    config.network().region(region).tags(tags).logRetentionDays(retentionDays);
    config.database().region(region).tags(tags).logRetentionDays(retentionDays);
    config.database().defaultIdentifier(identity.name());
    config.cache().region(region).tags(tags).logRetentionDays(retentionDays);
    config.cache().defaultIdentifier(identity.name());
    config.edge().region(region).tags(tags).logRetentionDays(retentionDays);
    web(config, identity);
    operations(config, identity);
    config.secrets().databasePassword().ifPresent(it -> config.database().password(it.asOutput()));
    config.secrets().cachePassword().ifPresent(it -> config.cache().password(it.asOutput()));
  }

  private static void web(StackConfig config, StackIdentity identity) {
    config
        .web()
        .region(config.region())
        .tags(identity.tags())
        .parametersPath(identity.parametersPath())
        .zones(config.network().availabilityZones().size())
        .targetProtocol(config.edge().targetProtocol())
        .healthPath(config.edge().healthPath());
  }

  private static void operations(StackConfig config, StackIdentity identity) {
    config
        .operations()
        .region(config.region())
        .tags(identity.tags())
        .certificateAlarmDays(CertificateLife.on(config.today()).overdueDays())
        .webBootSeconds(config.web().bootSeconds())
        .databaseClass(config.database().instanceClass())
        .databaseStorageGib(config.database().storageGib())
        .replicas(config.database().readReplicas())
        .cacheNodes(config.cache().replicas() + 1);
  }
}
