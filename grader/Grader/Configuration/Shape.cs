using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Grader.Configuration;

/// <summary>
/// Compares JSON with the types it is to become, before the serializer does: that one stops at the first problem, and
/// calls a key by the name of a .NET type.
/// </summary>
internal static class Shape
{
    public static IEnumerable<string> Problems(JsonElement element, Type type, string path = "$")
    {
        var info = GradingJson.Options.GetTypeInfo(Nullable.GetUnderlyingType(type) ?? type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => OfObject(element, info, path),
            JsonTypeInfoKind.Dictionary => OfDictionary(element, info.ElementType!, path),
            JsonTypeInfoKind.Enumerable => OfArray(element, info.ElementType!, path),
            _ => OfValue(element, info, path),
        };
    }

    private static IEnumerable<string> OfObject(JsonElement element, JsonTypeInfo info, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield return $"{path} must be an object {{ … }}, but is {Name(element)}";
            yield break;
        }

        foreach (var key in element.EnumerateObject())
        {
            var property = info.Properties.FirstOrDefault(p => p.Name == key.Name);
            if (property is null)
            {
                yield return $"{path}.{key.Name} is not a known key; {Advice(key.Name, info)}";
                continue;
            }

            foreach (var problem in Problems(key.Value, property.PropertyType, $"{path}.{key.Name}"))
                yield return problem;
        }

        foreach (var property in info.Properties)
        {
            if (property.IsRequired && !element.TryGetProperty(property.Name, out _))
                yield return $"{path}.{property.Name} is missing; add it";
        }
    }

    private static IEnumerable<string> OfArray(JsonElement element, Type item, string path)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return [$"{path} must be a list [ … ], but is {Name(element)}"];
        return element.EnumerateArray().SelectMany((value, i) => Problems(value, item, $"{path}[{i}]"));
    }

    private static IEnumerable<string> OfDictionary(JsonElement element, Type item, string path) =>
        element.ValueKind != JsonValueKind.Object
            ? [$"{path} must be an object {{ … }}, but is {Name(element)}"]
            : element.EnumerateObject().SelectMany(entry => Problems(entry.Value, item, $"{path}.{entry.Name}"));

    private static IEnumerable<string> OfValue(JsonElement element, JsonTypeInfo info, string path)
    {
        var problem = "";
        try
        {
            if (element.Deserialize(info) is null)
                problem = $"{path} must not be null; leave the key out or give a value";
        }
        catch (JsonException)
        {
            problem = $"{path} must be {Wanted(info.Type)}, but is {Name(element)}";
        }

        if (problem.Length > 0)
            yield return problem;
    }

    private static string Advice(string key, JsonTypeInfo info) => Advice(key, [.. info.Properties.Select(p => p.Name)]);

    /// <summary>The known name that was probably meant, or all of them.</summary>
    public static string Advice(string name, IReadOnlyList<string> known)
    {
        var nearest = known.MinBy(other => Distance(other, name))!;
        return Distance(nearest, name) <= Math.Max(1, name.Length / 3)
            ? $"did you mean '{nearest}'?"
            : $"remove it, or use one of: {string.Join(", ", known)}";
    }

    private static string Wanted(Type type) =>
        type == typeof(int) ? "a whole number"
        : type == typeof(string) ? "a text in quotes"
        : type == typeof(DateTimeOffset) ? "a time with its offset, like \"2026-12-01T23:59:00+01:00\""
        : type.IsEnum ? "one of " + string.Join(", ", Enum.GetNames(type).Select(n => $"\"{JsonNamingPolicy.CamelCase.ConvertName(n)}\""))
        : "a number";

    private static string Name(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => element.GetRawText(),
    };

    /// <summary>Levenshtein's edit distance, ignoring case.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var same = char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[b.Length];
    }
}
