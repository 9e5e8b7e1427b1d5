package dev.mainstay.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TerraformNamesTest {
  @Test
  void typesFollowTheirModuleUnlessTheTableSaysOtherwise() {
    assertThat(TerraformNames.type("aws:autoscaling/group:Group"))
        .isEqualTo("aws_autoscaling_group");
    assertThat(TerraformNames.type("aws:kms/keyPolicy:KeyPolicy")).isEqualTo("aws_kms_key_policy");
    assertThat(TerraformNames.type("aws:ec2/vpc:Vpc")).isEqualTo("aws_vpc");
    assertThat(TerraformNames.type("aws:rds/instance:Instance")).isEqualTo("aws_db_instance");
  }

  @Test
  void typesOfOtherProvidersHaveNoName() {
    assertThatThrownBy(() -> TerraformNames.type("random:index/randomId:RandomId"))
        .hasMessage("random:index/randomId:RandomId is no type of the AWS provider");
  }

  @Test
  void argumentsAreInSnakeCase() {
    assertThat(argument("aws_lb", "enableDeletionProtection"))
        .isEqualTo("enable_deletion_protection");
    assertThat(argument("aws_lb_listener", "routingHttpResponseXFrameOptionsHeaderValue"))
        .isEqualTo("routing_http_response_x_frame_options_header_value");
    assertThat(argument("aws_subnet", "ipv6CidrBlock")).isEqualTo("ipv6_cidr_block");
    assertThat(argument("aws_lb_target_group", "healthCheck.path")).isEqualTo("path");
  }

  @Test
  void listsOfBlocksAreInTheSingularAndListsOfTextsAreNot() {
    assertThat(TerraformNames.argument("aws_lb_listener", "defaultActions", true))
        .isEqualTo("default_action");
    assertThat(TerraformNames.argument("aws_x", "policies", true)).isEqualTo("policy");
    assertThat(TerraformNames.argument("aws_x", "boxes", true)).isEqualTo("box");
    assertThat(TerraformNames.argument("aws_x", "ingress", true)).isEqualTo("ingress");
    assertThat(argument("aws_lb", "securityGroups")).isEqualTo("security_groups");
  }

  @Test
  void whatFollowsNoRuleIsInTheTable() {
    assertThat(TerraformNames.argument("aws_launch_template", "blockDeviceMappings", true))
        .isEqualTo("block_device_mappings");
    assertThat(argument("aws_autoscaling_group", "vpcZoneIdentifiers"))
        .isEqualTo("vpc_zone_identifier");
    assertThat(TerraformNames.argument("aws_route53_record", "aliases", true)).isEqualTo("alias");
    assertThat(TerraformNames.argument("aws_s3_bucket", "replicationConfigurations[0].rules", true))
        .isEqualTo("rules");
  }

  @Test
  void tagsAreAMapAndNoBlock() {
    assertThat(TerraformNames.isMap("tags")).isTrue();
    assertThat(TerraformNames.isMap("healthCheck")).isFalse();
  }

  private static String argument(String type, String path) {
    return TerraformNames.argument(type, path, false);
  }
}
