// Registers the resources of a graph that `plan STACK --json FILE` wrote, with the classes of @pulumi/aws.
const fs = require("fs");

exports.read = (file) => JSON.parse(fs.readFileSync(file, "utf8"));

exports.register = (graph, copies) => {
  const pulumi = require("@pulumi/pulumi");
  const aws = require("@pulumi/aws");
  const all = [];
  for (let copy = 0; copy < copies; copy++) {
    const made = {};
    const suffix = copy === 0 ? "" : `-${copy}`;
    for (const { urn, type, name, custom, parent, protect, inputs } of graph.resources) {
      const options = { parent: made[parent], protect };
      if (custom) {
        const [, module, className] = type.split(":");
        made[urn] = new aws[module.split("/")[0]][className](name + suffix, inputs, options);
      } else {
        made[urn] = new pulumi.ComponentResource(type, name + suffix, {}, options);
      }
      all.push(made[urn]);
    }
  }
  return all;
};
