using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Grader.Records;

namespace Grader.Reporting.Formats;

/// <summary>A profile for https://www.speedscope.app, one timeline for each thread (file-format-schema.json of speedscope).</summary>
internal static class Speedscope
{
    private const string FileName = "profile.speedscope.json";

    public static ReportFile Render(SampledProfile profile, string name)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, profile, name);
        return new ReportFile(FileName, Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length));
    }

    private static void Write(Utf8JsonWriter json, SampledProfile profile, string name)
    {
        var frames = profile.Threads.SelectMany(thread => thread.Stacks).SelectMany(stack => stack.Frames)
            .Distinct(StringComparer.Ordinal).Select((frame, i) => (frame, i)).ToDictionary(pair => pair.frame, pair => pair.i, StringComparer.Ordinal);
        json.WriteStartObject();
        json.WriteString("$schema", "https://www.speedscope.app/file-format-schema.json");
        json.WriteString("exporter", "grader");
        json.WriteString("name", name);
        json.WriteStartObject("shared");
        json.WriteStartArray("frames");
        foreach (var frame in frames.OrderBy(pair => pair.Value))
        {
            json.WriteStartObject();
            json.WriteString("name", frame.Key);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("profiles");
        foreach (var thread in profile.Threads)
            Write(json, thread, frames);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SampledThread thread, Dictionary<string, int> frames)
    {
        json.WriteStartObject();
        json.WriteString("type", "sampled");
        json.WriteString("name", thread.Name);

        // A busy machine samples less often than each millisecond, so these are no times.
        json.WriteString("unit", "none");
        json.WriteNumber("startValue", 0);
        json.WriteNumber("endValue", thread.Stacks.Sum(stack => stack.Samples));
        json.WriteStartArray("samples");
        foreach (var stack in thread.Stacks)
        {
            json.WriteStartArray();
            foreach (var frame in stack.Frames)
                json.WriteNumberValue(frames[frame]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("weights");
        foreach (var stack in thread.Stacks)
            json.WriteNumberValue(stack.Samples);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
