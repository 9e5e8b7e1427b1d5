package dev.mainstay.simulator;

import com.google.protobuf.ListValue;
import com.google.protobuf.NullValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between the engine's wire format and plain maps and lists, keeping secret and unknown marks. */
final class PropertyCodec {
  // https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/properties.go
  private static final String SIGNATURE = "4dabf18193072939515e22adb298388d";
  private static final String SECRET = "1b47061264138c4ac30d75fd1eb44270";
  private static final String UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  private PropertyCodec() {}

  static Map<String, Object> read(Struct struct) {
    var properties = new LinkedHashMap<String, Object>();
    struct.getFieldsMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(field -> !field.getValue().hasNullValue())
        .forEach(field -> properties.put(field.getKey(), read(field.getValue())));
    return properties;
  }

  static Struct write(Map<String, Object> properties) {
    var struct = Struct.newBuilder();
    properties.forEach((name, value) -> struct.putFields(name, write(value)));
    return struct.build();
  }

  private static Object read(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE ->
          value.getStringValue().equals(UNKNOWN) ? Unknown.VALUE : value.getStringValue();
      case NUMBER_VALUE -> value.getNumberValue();
      case BOOL_VALUE -> value.getBoolValue();
      case LIST_VALUE -> readList(value.getListValue());
      case STRUCT_VALUE -> readMarked(value.getStructValue());
      case NULL_VALUE, KIND_NOT_SET -> null;
    };
  }

  private static List<Object> readList(ListValue list) {
    var items = new ArrayList<Object>();
    list.getValuesList().forEach(item -> items.add(read(item)));
    return items;
  }

  private static Object readMarked(Struct struct) {
    var signature = struct.getFieldsMap().get(SIGNATURE);
    if (signature != null && signature.getStringValue().equals(SECRET)) {
      return new Secret(read(struct.getFieldsOrThrow("value")));
    }
    return read(struct);
  }

  private static Value write(Object value) {
    var written = Value.newBuilder();
    if (value == null) {
      written.setNullValue(NullValue.NULL_VALUE);
    } else if (value == Unknown.VALUE) {
      written.setStringValue(UNKNOWN);
    } else if (value instanceof Secret secret) {
      written.setStructValue(
          Struct.newBuilder()
              .putFields(SIGNATURE, Value.newBuilder().setStringValue(SECRET).build())
              .putFields("value", write(secret.value())));
    } else if (value instanceof Map<?, ?> map) {
      written.setStructValue(write(Trees.asMap(map)));
    } else if (value instanceof List<?> list) {
      var items = ListValue.newBuilder();
      list.forEach(item -> items.addValues(write(item)));
      written.setListValue(items);
    } else if (value instanceof Number number) {
      written.setNumberValue(number.doubleValue());
    } else if (value instanceof Boolean flag) {
      written.setBoolValue(flag);
    } else {
      written.setStringValue((String) value);
    }
    return written.build();
  }
}
