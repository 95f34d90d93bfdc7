using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Grader.Configuration;

/// <summary>The JSON Schema of grading.json, made of the types so that it cannot drift from them.</summary>
internal static class GradingSchema
{
    private static readonly JsonSerializerOptions Writing =
        new(GradingJson.Options) { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text()
    {
        var exporting = new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };
        var schema = GradingJson.Options.GetJsonSchemaAsNode(typeof(Grading), exporting).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "ConcurrencyKatas grading");
        return schema.ToJsonString(Writing) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is not JsonObject node || context.PropertyInfo is not { } property)
            return schema;
        var description = property.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false)
            .OfType<DescriptionAttribute>().FirstOrDefault()
            ?? property.AssociatedParameter?.AttributeProvider?.GetCustomAttributes(typeof(DescriptionAttribute), false)
                .OfType<DescriptionAttribute>().FirstOrDefault();
        if (description is not null)
            node.Insert(0, "description", description.Description);
        if (typeof(IReadOnlyDictionary<string, string>).IsAssignableFrom(property.PropertyType))
            node["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. Hints.Answered.Select(verdict => JsonValue.Create(verdict))]) };
        return node;
    }
}
