// The twin of the offline plan: on the SDK's own mocks. Usage: node offline.js GRAPH [COPIES]
const pulumi = require("@pulumi/pulumi");
const { read, register } = require("./graph");

const graph = read(process.argv[2]);
pulumi.runtime.setMocks(
  {
    newResource: ({ name, inputs }) => ({ id: `${name}-id`, state: { ...inputs, arn: `arn:aws:x:${name}` } }),
    call: ({ inputs }) => inputs,
  },
  graph.project,
  graph.stack,
  false,
);
const resources = register(graph, Number(process.argv[3] || 1));
Promise.all(resources.map((each) => new Promise((resolve) => each.urn.apply(resolve)))).then((urns) =>
  console.log(`${urns.length} resources`),
);
