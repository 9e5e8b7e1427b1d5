package dev.mainstay;

import com.pulumi.Context;
import dev.mainstay.plan.GraphCapture;
import dev.mainstay.stack.StackConfig;
import java.lang.reflect.Proxy;
import java.nio.file.Path;

/** Declares stack prod a number of times in one program, on mocks: for bench/run. */
public final class CopiesOfProd {
  private CopiesOfProd() {}

  public static void main(String[] args) {
    int copies = Integer.parseInt(args[0]);
    var config = Stacks.config("prod", Path.of("Pulumi.prod.yaml"));
    var graph =
        GraphCapture.of(
            "mainstay", "prod", config.region(), context -> declare(context, config, copies));
    System.out.println(graph.resources().size() + " resources");
  }

  private static void declare(Context context, StackConfig config, int copies) {
    for (int copy = 0; copy < copies; copy++) {
      MainstayStack.declare(copy == 0 ? context : withoutOutputs(context), config);
    }
  }

  /** A stack has each output once. */
  private static Context withoutOutputs(Context context) {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (proxy, method, arguments) ->
                method.getName().equals("export") ? context : method.invoke(context, arguments));
  }
}
